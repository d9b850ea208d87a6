#include "models/explosion/log_polynomial.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/numeric/lanes.hpp"
#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

using Block = std::array<double, kBlock>;

std::size_t branch_of(std::span<const LogPolynomialBranch> branches, double z) {
  std::size_t i = 0;
  while (i + 1 < branches.size() && z > branches[i].z_max) ++i;
  return i;
}

/// u of each place becomes the branch's polynomial, coefficient by coefficient so that the places go side by side.
void polynomial(const LogPolynomialBranch& branch, std::span<double> u) {
  Block store{};
  const std::span<double> sum = std::span(store).first(u.size());
  for (std::size_t i = branch.c.size(); i-- > 0;) {
    for (std::size_t k = 0; k < u.size(); ++k) sum[k] = sum[k] * u[k] + branch.c[i];
  }
  std::copy(sum.begin(), sum.end(), u.begin());
}

}  // namespace

void LogPolynomial::at(std::span<const double> z, std::span<double> out) const {
  const double per_ln = base == Base::natural ? 1.0 : 1.0 / std::numbers::ln10;
  Block places{};
  Block logarithms{};
  for (std::size_t i = 0; i < z.size(); ++i) places.at(i) = std::isnan(z[i]) ? z_min : z[i];
  const std::span<double> values = std::span(logarithms).first(z.size());
  log_of(std::span(places).first(z.size()), values);
  for (std::size_t begin = 0; begin < z.size();) {
    const std::size_t branch = branch_of(branches, places.at(begin));
    std::size_t end = begin + 1;
    while (end < z.size() && branch_of(branches, places.at(end)) == branch) ++end;
    const std::span<double> run = values.subspan(begin, end - begin);
    for (double& u : run) u = branches[branch].u0 + branches[branch].u1 * (u * per_ln);
    polynomial(branches[branch], run);
    begin = end;
  }
  for (double& value : values) value /= per_ln;
  exp_of(values, values);
  for (std::size_t i = 0; i < z.size(); ++i) out[i] = std::isnan(z[i]) ? z[i] : unit * values[i];
}

}  // namespace sise
