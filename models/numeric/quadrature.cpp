#include "models/numeric/quadrature.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace sise {
namespace {

constexpr int kDepth = 20;

// Abscissae of the Kronrod rule on [0, 1] of the half interval; those with odd index belong to the Gauss rule too.
constexpr std::array<double, 8> kNode{0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
                                      0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
                                      0.586087235467691130294144691693437, 0.405845151377397166906606412076961,
                                      0.207784955007898467600689403773245, 0.0};
constexpr std::array<double, 8> kKronrod{0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
                                         0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
                                         0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
                                         0.204432940075298892414161999234649, 0.209482141084727828012999174891714};
constexpr std::array<double, 4> kGauss{0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
                                       0.381830050505118944950369775488975, 0.417959183673469387755102040816327};

struct Estimate {
  double value = 0.0;
  double error = 0.0;
};

Estimate kronrod(const std::function<double(double)>& f, double a, double b) {
  const double centre = 0.5 * (a + b);
  const double half = 0.5 * (b - a);
  const double middle = f(centre);
  double fine = kKronrod.back() * middle;
  double coarse = kGauss.back() * middle;
  for (std::size_t i = 0; i + 1 < kNode.size(); ++i) {
    const double pair = f(centre - half * kNode[i]) + f(centre + half * kNode[i]);
    fine += kKronrod[i] * pair;
    if (i % 2 == 1) coarse += kGauss[i / 2] * pair;
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
