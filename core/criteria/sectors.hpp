// The sector layers of the one map, and by which words records belong to them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/unit_kind.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct Sector {
  std::string id;  ///< "hazardous_chemicals"
  Text label;
  std::vector<std::string> words;  ///< as records state it
  std::vector<UnitKind> kinds;     ///< units without a stated sector belong here by what they are
};

struct SectorPack {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::vector<Sector> sectors;
};

enum class SectorBasis : std::uint8_t {
  stated,
  by_kind,       ///< the record states none: told by the kind of unit
  unknown_word,  ///< the record states one that is none of the layers
  not_stated,
};

/// Which layer, and how that is known; null: none.
struct SectorOf {
  const Sector* sector = nullptr;
  SectorBasis basis = SectorBasis::not_stated;
};

/// `stated` is compared as a whole, blanks at its ends aside; the pack must outlive the answer.
[[nodiscard]] SectorOf sector_of(std::string_view stated, UnitKind kind, const SectorPack& pack);

[[nodiscard]] Text label_of(SectorBasis basis);

}  // namespace sise
