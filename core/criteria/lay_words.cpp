#include "core/criteria/lay_words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sise {
namespace {

constexpr double kMillion = 1e6;
constexpr double kYears = 30.0;

}  // namespace

Text lay_risk(double risk_per_year) {
  const double per_million = risk_per_year * kMillion;
  const double percent = -100.0 * std::expm1(kYears * std::log1p(-risk_per_year));
  return {fmt::format(
              "of a million people who were always here, outdoors, about {:.2g} a year would die in such an accident; "
              "over 30 years the chance for one person is about {:.2g} %",
              per_million, percent),
          fmt::format(
              "若有 100 万人始终在该处室外,平均每年约 {:.2g} 人因此类事故死亡;一个人连续居住 30 年,累计概率约 {:.2g}%",
              per_million, percent)};
}

}  // namespace sise
