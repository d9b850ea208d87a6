#include "models/fire/view_factor.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "models/fire/frustum.hpp"

using sise::FlameFrustum;
using sise::Receiver;
using sise::tilted_cylinder;
using sise::tilted_cylinder_around;
using sise::ViewFactors;
using sise::ViewVector;

namespace {

double largest(double b, double a, double tilt_deg = 0.0) {
  return tilted_cylinder(a, b, tilt_deg * std::numbers::pi / 180.0).of(Receiver::facing);
}

/// A frustum by its measures, and its view factor by plain summation over its surface: nothing in common with outlines.
struct Body {
  std::array<double, 3> base;
  std::array<double, 3> tip;
  double base_m;
  double tip_m;
};

struct Patch {
  std::array<double, 3> towards;  ///< unit, from the receiver
  double weight;                  ///< solid angle over pi
};

std::vector<Patch> seen_patches(const Body& body, double x, double y) {
  constexpr int kAlong = 80;
  constexpr int kAround = 120;
  constexpr int kOut = 24;
  const double dx = body.tip[0] - body.base[0];
  const double dz = body.tip[2] - body.base[2];
  const double length = std::hypot(dx, dz);
  const double ax = dx / length;
  const double az = dz / length;
  std::vector<Patch> patches;
  // A piece of surface at p with outward normal n and area a.
  const auto piece = [&](const std::array<double, 3>& p, const std::array<double, 3>& n, double area) {
    const std::array<double, 3> d{p[0] - x, p[1] - y, p[2]};
    const double r = std::sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    const double towards = -(n[0] * d[0] + n[1] * d[1] + n[2] * d[2]) / r;
    if (p[2] < 0.0 || towards <= 0.0) return;
    patches.push_back({{d[0] / r, d[1] / r, d[2] / r}, area * towards / (std::numbers::pi * r * r)});
  };
  const double step = 2.0 * std::numbers::pi / kAround;
  for (int j = 0; j < kAround; ++j) {
    const double angle = (j + 0.5) * step;
    const std::array<double, 3> out{-az * std::sin(angle), std::cos(angle), ax * std::sin(angle)};
    const double slope = 0.5 * (body.tip_m - body.base_m) / length;
    const double slant = std::hypot(1.0, slope);
    for (int i = 0; i < kAlong; ++i) {
      const double t = (i + 0.5) / kAlong;
      const double radius = 0.5 * (body.base_m + t * (body.tip_m - body.base_m));
      const std::array<double, 3> p{body.base[0] + t * dx + radius * out[0], radius * out[1],
                                    body.base[2] + t * dz + radius * out[2]};
      piece(p, {(out[0] - slope * ax) / slant, out[1] / slant, (out[2] - slope * az) / slant},
            radius * step * slant * length / kAlong);
    }
    for (int i = 0; i < kOut; ++i) {
      for (const bool tip : {false, true}) {
        const double most = 0.5 * (tip ? body.tip_m : body.base_m);
        const double radius = most * (i + 0.5) / kOut;
        const std::array<double, 3>& c = tip ? body.tip : body.base;
        const double sign = tip ? 1.0 : -1.0;
        piece({c[0] + radius * out[0], radius * out[1], c[2] + radius * out[2]}, {sign * ax, 0.0, sign * az},
              radius * step * most / kOut);
      }
    }
  }
  return patches;
}

double summed(const std::vector<Patch>& patches, double azimuth, double elevation) {
  const double nx = std::cos(elevation) * std::cos(azimuth);
  const double ny = std::cos(elevation) * std::sin(azimuth);
  const double nz = std::sin(elevation);
  double sum = 0.0;
  for (const Patch& p : patches) {
    sum += p.weight * std::fmax(0.0, nx * p.towards[0] + ny * p.towards[1] + nz * p.towards[2]);
  }
  return sum;
}

/// The best of all turns on a grid that closes in.
double summed_at_best(const std::vector<Patch>& patches, Receiver receiver) {
  if (receiver == Receiver::horizontal) return summed(patches, 0.0, 0.5 * std::numbers::pi);
  double best = -1.0;
  double azimuth = 0.0;
  double elevation = 0.0;
  double reach = std::numbers::pi;
  for (int round = 0; round < 5; ++round, reach *= 0.2) {
    const double a0 = azimuth;
    const double e0 = elevation;
    for (int i = -9; i <= 9; ++i) {
      const int up = receiver == Receiver::vertical ? 0 : 5;
      for (int j = -up; j <= up; ++j) {
        const double e = std::fmin(0.5 * std::numbers::pi, std::fmax(0.0, e0 + reach * j / 10.0));
        const double value = summed(patches, a0 + reach * i / 9.0, e);
        if (value <= best) continue;
        best = value;
        azimuth = a0 + reach * i / 9.0;
        elevation = e;
      }
    }
  }
  return best;
}

FlameFrustum upright_cylinder(double length) { return {{0.0, 0.0, 0.0}, {0.0, 0.0, length}, 2.0, 2.0}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(view_factor)

// CPR 14E table 6.A.1, with its misprints corrected: 0.201 (printed 0.210) and 0.177 (printed 0.117).
BOOST_AUTO_TEST_CASE(yellow_book_table_6_a_1) {
  BOOST_TEST(largest(1.2, 0.1) == 0.201, boost::test_tools::tolerance(0.01));
  BOOST_TEST(largest(1.4, 0.2) == 0.177, boost::test_tools::tolerance(0.01));
}

// CPR 14E example 6.6.3: 46.77 m long, leaning 50.83 degrees, at 100 m from a pool of 42.4 m.
BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_view_factor) {
  BOOST_TEST(largest(100.0 / 21.2, 46.77 / 21.2, 50.83) == 0.0964, boost::test_tools::tolerance(0.01));
}

// The closed form and the facet sum have nothing in common but the flame.
BOOST_AUTO_TEST_CASE(closed_form_equals_the_facet_sum) {
  for (const double a : {0.5, 2.0, 4.5}) {
    for (const double b : {1.3, 2.0, 5.0, 12.0}) {
      const ViewFactors exact = tilted_cylinder(a, b, 0.0);
      const FlameFrustum facets = upright_cylinder(a);
      BOOST_TEST(facets.view_factor(b, 0.0, Receiver::vertical) == exact.vertical, boost::test_tools::tolerance(2e-3));
      BOOST_TEST(facets.view_factor(b, 0.0, Receiver::horizontal) == exact.horizontal,
                 boost::test_tools::tolerance(5e-3));
    }
  }
}

// A disc of radius R seen from the ground at height h straight above: (R/h)^2 / (1 + (R/h)^2).
BOOST_AUTO_TEST_CASE(a_flat_flame_overhead_is_a_disc) {
  const FlameFrustum disc({0.0, 0.0, 10.0}, {0.0, 0.0, 10.01}, 8.0, 8.0);
  const double ratio = 4.0 / 10.0;
  BOOST_TEST(disc.view_factor(0.0, 0.0, Receiver::horizontal) == ratio * ratio / (1.0 + ratio * ratio),
             boost::test_tools::tolerance(2e-3));
}

BOOST_AUTO_TEST_CASE(far_away_only_the_silhouette_counts) {
  const FlameFrustum flame({0.0, 0.0, 20.0}, {0.0, 0.0, 30.0}, 4.0, 8.0);
  const double d = 5000.0;
  BOOST_TEST(flame.view_factor(d, 0.0, Receiver::vertical) * std::numbers::pi * d * d == 10.0 * 6.0,
             boost::test_tools::tolerance(5e-3));
}

BOOST_AUTO_TEST_CASE(what_is_below_the_ground_is_not_seen) {
  const FlameFrustum half_buried({0.0, 0.0, -5.0}, {0.0, 0.0, 5.0}, 2.0, 2.0);
  BOOST_TEST(half_buried.view_factor(6.0, 0.0, Receiver::vertical) ==
                 upright_cylinder(5.0).view_factor(6.0, 0.0, Receiver::vertical),
             boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_moderate_tilt_towards_the_receiver_raises_the_view_factor) {
  for (double tilt = 5.0; tilt <= 30.0; tilt += 5.0)
    BOOST_TEST(largest(6.0, 2.0, tilt) > largest(6.0, 2.0, tilt - 5.0));
}

BOOST_AUTO_TEST_CASE(no_view_factor_inside_or_below_the_flame) {
  BOOST_TEST(std::isnan(largest(1.0, 2.0)));
  BOOST_TEST(std::isnan(largest(1.9, 2.0, 30.0)));
  BOOST_TEST(std::isnan(upright_cylinder(3.0).view_factor(0.5, 0.0, Receiver::vertical)));
}

// Ahead of the flame, beside it, below it and behind it.
BOOST_AUTO_TEST_CASE(a_frustum_has_the_view_factor_of_a_sum_over_its_surface) {
  const std::vector<Body> bodies{{{4.0, 0.0, 2.0}, {30.0, 0.0, 9.0}, 1.0, 8.0},
                                 {{0.0, 0.0, 6.0}, {3.0, 0.0, 30.0}, 1.5, 7.0},
                                 {{-3.0, 0.0, 3.0}, {-20.0, 0.0, 14.0}, 1.0, 5.0},
                                 {{4.0, 0.0, 1.0}, {30.0, 0.0, 1.0}, 1.0, 8.0}};
  for (const Body& body : bodies) {
    const FlameFrustum flame(body.base, body.tip, body.base_m, body.tip_m);
    for (const double x : {-30.0, 9.0, 16.0, 40.0}) {
      for (const double y : {0.0, 7.0}) {
        const std::vector<Patch> patches = seen_patches(body, x, y);
        for (const Receiver receiver : sise::kReceivers) {
          const double factor = flame.view_factor(x, y, receiver);
          if (std::isnan(factor)) continue;
          BOOST_TEST(std::abs(factor - summed_at_best(patches, receiver)) < 0.01 * factor + 1e-4,
                     "from " << body.base[0] << " to " << body.tip[0] << " at " << x << ", " << y << " "
                             << name_of(receiver) << ": " << factor << ", summed "
                             << summed_at_best(patches, receiver));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(surface_of_a_frustum) {
  const FlameFrustum cone({0.0, 0.0, 0.0}, {0.0, 0.0, 4.0}, 2.0, 8.0);
  BOOST_TEST(cone.surface_m2() == std::numbers::pi * (1.0 + 16.0 + 5.0 * 5.0), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(around_the_cylinder_downwind_is_the_closed_form) {
  for (const double a : {0.5, 1.0, 3.0, 8.0}) {
    for (const double tilt : {0.0, 0.3, 0.8}) {
      for (const double beyond : {2.0, 5.0, 20.0}) {
        const double b = beyond + a * std::sin(tilt);
        const ViewFactors closed = tilted_cylinder(a, b, tilt);
        const ViewVector around = tilted_cylinder_around(a, tilt, b, 0.0);
        BOOST_TEST(around.of(Receiver::vertical) == closed.vertical, boost::test_tools::tolerance(2e-6));
        BOOST_TEST(around.of(Receiver::horizontal) == closed.horizontal, boost::test_tools::tolerance(3e-5));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(around_the_cylinder_facets_say_the_same) {
  // The frustum's ends stand square to its axis, the cylinder's are level: without a lean they are one body.
  const FlameFrustum facets({0.0, 0.0, 0.0}, {0.0, 0.0, 3.0}, 2.0, 2.0);
  for (const double angle : {0.0, 0.8, 2.0, 3.0}) {
    const double x = 3.0 * std::cos(angle);
    const double y = 3.0 * std::sin(angle);
    const ViewVector line = tilted_cylinder_around(3.0, 0.0, x, y);
    BOOST_TEST(line.of(Receiver::facing) == facets.view_factor(x, y, Receiver::facing),
               boost::test_tools::tolerance(1e-3));
    BOOST_TEST(line.z == facets.view_factor(x, y, Receiver::horizontal), boost::test_tools::tolerance(2e-3));
  }
}

BOOST_AUTO_TEST_CASE(around_the_cylinder_upwind_sees_less_than_across_than_downwind) {
  const double down = tilted_cylinder_around(4.0, 0.7, 6.0, 0.0).of(Receiver::facing);
  const double across = tilted_cylinder_around(4.0, 0.7, 0.0, 6.0).of(Receiver::facing);
  const double up = tilted_cylinder_around(4.0, 0.7, -6.0, 0.0).of(Receiver::facing);
  BOOST_TEST(down > across);
  BOOST_TEST(across > up);
  BOOST_TEST(std::isnan(tilted_cylinder_around(4.0, 0.7, 2.0, 0.0).z));
  BOOST_TEST(!std::isnan(tilted_cylinder_around(4.0, 0.7, -1.1, 0.0).z));
}

BOOST_AUTO_TEST_SUITE_END()
