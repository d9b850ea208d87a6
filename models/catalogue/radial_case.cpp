#include "models/catalogue/radial_case.hpp"

#include "models/catalogue/entry_parts.hpp"

namespace sise {
namespace {

template <class Item>
void append(std::vector<Item>& to, const std::vector<Item>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

ModelAnswer radial_answer(const RadialCase& prepared, const std::vector<Parameters>& at) {
  ModelAnswer answer;
  answer.derived = prepared.derived;
  answer.warnings = prepared.warnings;
  for (const Parameters& point : at) {
    RadialPoint said = prepared.at(point.number("r_m"));
    answer.points.push_back(std::move(said.answer));
    for (const std::string& code : said.warnings) answer.warn(code);
  }
  if (at.size() == 1 && prepared.derived_at) append(answer.derived, prepared.derived_at(at.front().number("r_m")));
  return answer;
}

FindAnswer radial_find(const RadialCase& prepared, const FindQuestion& question) {
  FindAnswer answer;
  answer.derived = prepared.derived;
  answer.warnings = prepared.warnings;
  const FoundDistance distance = prepared.find(question);
  answer.distance_m = distance.distance_m;
  answer.reason = distance.reason;
  if (!answer.distance_m) return answer;
  append(answer.warnings, prepared.at(*answer.distance_m).warnings);
  if (prepared.derived_at) append(answer.derived, prepared.derived_at(*answer.distance_m));
  return answer;
}

FoundDistance found_distance(const BlastDistance& distance) {
  if (distance.status != BlastDistance::Status::found) return {{}, why_no_distance(distance)};
  return {distance.r_m, {}};
}

FoundDistance found_distance(std::optional<double> distance_m, const Reason& reason) {
  if (!distance_m) return {{}, reason};
  return {distance_m, {}};
}

}  // namespace sise
