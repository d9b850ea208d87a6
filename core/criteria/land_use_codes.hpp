// From the codes and names of a plan to its scheme, and from one parcel's code to what it says: never by a guess.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/land_use.hpp"

namespace sise {

/// As a plan writes it, in half width; either may be empty.
struct WrittenUse {
  std::string code;
  std::string name;
};

/// The schemes that a plan's codes may belong to, and how that was found.
struct SchemeProof {
  std::vector<const LandUseScheme*> candidates;  ///< of digits; codes that begin with a letter are of one scheme anyway
  bool declared = false;
  Text how;
};

/// `declared`: null where the plan does not say. `column`: what the plan calls its column of codes. Where names stand
/// beside codes, a scheme is proven when at least 99 % of the pairs are its own and no other's; else codes of six
/// digits, codes that one scheme alone has and the column's name leave out what cannot be.
[[nodiscard]] SchemeProof prove_scheme(const LandUseTable& table, const std::vector<WrittenUse>& uses,
                                       const LandUseScheme* declared, const std::string& column);

/// One part of a parcel's code, understood.
struct LandUsePart {
  const LandUseScheme* scheme = nullptr;
  const LandUseCode* code = nullptr;
  std::string suffix;  ///< of the plan's own, behind the known code
};

/// Why a code was not understood: "unknown_land_use", "ambiguous_code_scheme", "code_contradicts_name", "missing_land_use".
struct LandUseFault {
  std::string code;
  Text message;
  Text remedy;
};

struct LandUseFound {
  std::vector<LandUsePart> parts;
  std::optional<LandUseFault> fault;
  std::vector<std::string> nearest;  ///< known codes near an unknown one
};

[[nodiscard]] LandUseFound understand(const LandUseTable& table, const SchemeProof& proof, const WrittenUse& use);

}  // namespace sise
