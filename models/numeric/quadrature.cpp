#include "models/numeric/quadrature.hpp"

#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

namespace sise {
namespace {

constexpr int kDepth = 20;

// Positive abscissae on [-1, 1] from 0 outwards; those with even index belong to the Gauss rule too.
using Kronrod = boost::math::quadrature::gauss_kronrod<double, 15>;
using Gauss = boost::math::quadrature::gauss<double, 7>;

struct Estimate {
  double value = 0.0;
  double error = 0.0;
};

Estimate kronrod(const std::function<double(double)>& f, double a, double b) {
  const double centre = 0.5 * (a + b);
  const double half = 0.5 * (b - a);
  const double middle = f(centre);
  const auto& nodes = Kronrod::abscissa();
  double fine = Kronrod::weights()[0] * middle;
  double coarse = Gauss::weights()[0] * middle;
  for (std::size_t i = nodes.size() - 1; i > 0; --i) {
    const double pair = f(centre - half * nodes[i]) + f(centre + half * nodes[i]);
    fine += Kronrod::weights()[i] * pair;
    if (i % 2 == 0) coarse += Gauss::weights()[i / 2] * pair;
  }
  return {fine * half, std::abs((fine - coarse) * half)};
}

double refine(const std::function<double(double)>& f, double a, double b, Estimate whole, double tolerance, int depth) {
  if (whole.error <= tolerance || depth == 0) return whole.value;
  const double centre = 0.5 * (a + b);
  const Estimate left = kronrod(f, a, centre);
  const Estimate right = kronrod(f, centre, b);
  return refine(f, a, centre, left, 0.5 * tolerance, depth - 1) +
         refine(f, centre, b, right, 0.5 * tolerance, depth - 1);
}

}  // namespace

double integrate(const std::function<double(double)>& f, double a, double b, const Accuracy& accuracy) {
  std::vector<Estimate> parts(static_cast<std::size_t>(accuracy.parts));
  const double width = (b - a) / accuracy.parts;
  const auto edge = [&](std::size_t i) { return i == parts.size() ? b : a + width * static_cast<double>(i); };
  double size = 0.0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = kronrod(f, edge(i), edge(i + 1));
    size += std::abs(parts[i].value);
  }
  const double tolerance = std::fmax(accuracy.relative * size, accuracy.absolute) / accuracy.parts;
  double sum = 0.0;
  for (std::size_t i = 0; i < parts.size(); ++i) sum += refine(f, edge(i), edge(i + 1), parts[i], tolerance, kDepth);
  return sum;
}

double integrate(const std::function<double(double)>& f, double a, double b, double relative_accuracy) {
  return integrate(f, a, b, Accuracy{.relative = relative_accuracy});
}

}  // namespace sise
