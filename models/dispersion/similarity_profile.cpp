#include "models/dispersion/similarity_profile.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "models/numeric/bessel.hpp"
#include "models/numeric/lanes.hpp"
#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

using ProfileBlock = std::array<double, kBlock>;

// values = (B z/mean)^(s/2) from the heights in `values`.
void to_profile_coordinate(const ProfilePoints& points, std::span<double> values) {
  log_of(values, values);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = points.half_s[i] * values[i] + points.log_offset[i];
  exp_of(values, values);
}

// out = exp(-(q - q_h)^2) e^(-2 q q_h) I0(2 q q_h).
void free_values(const ProfilePoints& points, std::span<const double> z, std::span<const double> q_source,
                 std::span<double> out) {
  ProfileBlock store_q;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read, as the next
  ProfileBlock store_w;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const std::span<double> q = std::span(store_q).first(z.size());
  const std::span<double> w = std::span(store_w).first(z.size());
  std::copy(z.begin(), z.end(), q.begin());
  to_profile_coordinate(points, q);
  for (std::size_t i = 0; i < q.size(); ++i) {
    const double apart = q[i] - q_source[i];
    out[i] = -apart * apart;
    w[i] = 2.0 * q[i] * q_source[i];
  }
  exp_of(out, out);
  scaled_bessel_i0(w, q);
  for (std::size_t i = 0; i < q.size(); ++i) out[i] *= q[i];
}

}  // namespace

void profile_values(const ProfilePoints& points, double source_height_m, std::optional<double> lid_m,
                    std::span<double> out) {
  const std::size_t size = points.z_m.size();
  ProfileBlock store_source{};  // 0 for a source at the ground
  const std::span<double> q_source = std::span(store_source).first(size);
  if (source_height_m > 0.0) {
    std::fill(q_source.begin(), q_source.end(), source_height_m);
    to_profile_coordinate(points, q_source);
  }
  free_values(points, points.z_m, q_source, out);
  if (!lid_m) return;
  ProfileBlock store_image;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read, as the next
  ProfileBlock store_value;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const std::span<double> image = std::span(store_image).first(size);
  const std::span<double> value = std::span(store_value).first(size);
  for (const double side : {-1.0, 1.0}) {
    for (std::size_t i = 0; i < size; ++i) image[i] = 2.0 * *lid_m + side * std::fmin(points.z_m[i], *lid_m);
    free_values(points, image, q_source, value);
    for (std::size_t i = 0; i < size; ++i) out[i] += value[i];
  }
  for (std::size_t i = 0; i < size; ++i) {
    out[i] = points.z_m[i] <= *lid_m ? out[i] + points.mixed[i] * (1.0 - out[i]) : 0.0;
  }
}

}  // namespace sise
