#include "core/rating/register/findings.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/rating/register/finding_kinds.hpp"

namespace sise {

const FindingKind& finding_kind(std::string_view code) {
  for (const auto* kinds : {&grade_finding_kinds(), &place_finding_kinds(), &record_finding_kinds()}) {
    const auto found = std::find_if(kinds->begin(), kinds->end(), [&](const FindingKind& k) { return k.code == code; });
    if (found != kinds->end()) return *found;
  }
  throw std::logic_error("finding_kind: no kind '" + std::string(code) + "'");
}

void add_finding(Findings& findings, std::string_view code, std::string field, std::string detail) {
  findings.push_back({&finding_kind(code), std::move(field), std::move(detail)});
}

bool has_finding(const Findings& findings, std::string_view code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.kind->code == code; });
}

Weight weight_of(const Findings& findings) {
  Weight heaviest = Weight::remark;
  for (const Finding& finding : findings) heaviest = std::max(heaviest, finding.kind->weight);
  return heaviest;
}

}  // namespace sise
