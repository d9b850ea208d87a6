// The named sets of dispersion curves.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

enum class SigmaSet {
  briggs_rural,      ///< Briggs 1973, open country
  briggs_urban,      ///< Briggs 1973, urban
  pasquill_gifford,  ///< rural curves of the ISC3 user's guide, EPA-454/B-95-003b
  gbt13201,          ///< GB/T 13201-91, 30-minute curves
  slade_puff,        ///< Slade 1968, instantaneous
};

[[nodiscard]] std::string_view name_of(SigmaSet set);
[[nodiscard]] std::optional<SigmaSet> sigma_set_from(std::string_view name);

}  // namespace sise
