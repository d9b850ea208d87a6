#include "models/explosion/log_polynomial.hpp"

#include <cmath>
#include <cstddef>

namespace sise {
namespace {

double horner(const std::array<double, 12>& c, double u) {
  double sum = 0.0;
  for (std::size_t i = c.size(); i-- > 0;) sum = sum * u + c.at(i);
  return sum;
}

}  // namespace

double LogPolynomial::at(double z) const {
  std::size_t i = 0;
  while (i + 1 < branches.size() && z > branches[i].z_max) ++i;
  const LogPolynomialBranch& branch = branches[i];
  if (base == Base::natural) return unit * std::exp(horner(branch.c, branch.u0 + branch.u1 * std::log(z)));
  return unit * std::pow(10.0, horner(branch.c, branch.u0 + branch.u1 * std::log10(z)));
}

}  // namespace sise
