#include "models/dispersion/similarity_plume.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "models/atmosphere/averaging_time.hpp"
#include "models/dispersion/plume_checks.hpp"
#include "models/dispersion/similarity_checks.hpp"
#include "models/dispersion/similarity_table.hpp"
#include "models/numeric/lanes.hpp"
#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

namespace column_of = similarity_column;
using Block = std::array<double, kBlock>;

constexpr double kPlumeNearest_m = 1.0;
constexpr double kTestedFrom_m = 25.0;  // half the nearest arc of Prairie Grass
constexpr double kTestedTo_m = 1600.0;  // twice the farthest
constexpr double kHighestSource_m = 10.0;
constexpr double kLargestDisagreement = 1.5;
constexpr double kPlumeKarman = 0.4;
constexpr double kLogRootTwoPi = 0.91893853320467274;

const PlumeSource& checked(const PlumeSource& source, const SimilarityWeather& weather,
                           const SimilarityOptions& options) {
  check_similarity_plume(source, weather, options);
  return source;
}

// The power law of the ten-minute curves.
double widening(const SimilarityOptions& options) {
  return options.averaging_time_s ? averaging_factor(SigmaSet::briggs_rural, *options.averaging_time_s) : 1.0;
}

// A point that can be computed stands in for one that is upwind or impossible, whose result is replaced.
double computable(double x) { return x > kPlumeNearest_m ? std::fmin(x, kSimilarityFarthest_m) : kPlumeNearest_m; }

double guarded(double x, double y, double z, double value) {
  const bool possible = !std::isnan(y) && z >= 0.0 && x <= kSimilarityFarthest_m;
  if (!possible) return std::numeric_limits<double>::quiet_NaN();
  return x > 0.0 ? value : 0.0;
}

}  // namespace

SimilarityPlume::SimilarityPlume(const PlumeSource& source, const SimilarityWeather& weather,
                                 const SimilarityOptions& options)
    : source_(checked(source, weather, options)),
      lid_m_(weather.mixing_height_m),
      air_(weather.surface),
      lateral_(weather),
      sink_(air_, options.deposition_velocity_m_s),
      table_(similarity_table({source.height_m, lid_m_, widening(options)}, air_, lateral_, sink_)) {}

// out = f(z), thinned towards a ground that takes the gas up.
void SimilarityPlume::crosswind_profile(std::span<const HermiteTable::Place> places, std::span<const double> z,
                                        std::span<double> out) const {
  std::array<Block, 3> store;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  const std::span<double> half_s = std::span(store[0]).first(z.size());
  const std::span<double> log_offset = std::span(store[1]).first(z.size());
  const std::span<double> mixed = std::span(store[2]).first(z.size());
  table_.at(column_of::half_s, places, half_s);
  table_.at(column_of::log_offset, places, log_offset);
  if (lid_m_) table_.at(column_of::mixed, places, mixed);
  profile_values({z, half_s, log_offset, mixed}, source_.height_m, lid_m_, out);
  if (!sink_.acts()) return;
  for (std::size_t i = 0; i < z.size(); ++i) out[i] *= sink_.resistance_s_m(air_, z[i]);
}

// At most kBlock points through one stage after another.
void SimilarityPlume::block(std::span<const double> x, std::span<const double> y, std::span<const double> z,
                            std::span<double> out) const {
  std::array<Block, 4> store;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  const std::span<double> log_x = std::span(store[0]).first(x.size());
  const std::span<double> height = std::span(store[1]).first(x.size());
  const std::span<double> log_sigma = std::span(store[2]).first(x.size());
  const std::span<double> exponent = std::span(store[3]).first(x.size());
  std::transform(x.begin(), x.end(), log_x.begin(), computable);
  log_of(log_x, log_x);
  std::array<HermiteTable::Place, kBlock> place_store{};
  const std::span<HermiteTable::Place> places = std::span(place_store).first(x.size());
  std::transform(log_x.begin(), log_x.end(), places.begin(), [this](double at) { return table_.place(at); });
  const double lowest = air_.state().roughness_m;
  std::transform(z.begin(), z.end(), height.begin(), [=](double at) { return at > lowest ? at : lowest; });
  crosswind_profile(places, height, out);
  table_.at(column_of::log_sigma_y, places, log_sigma);
  for (std::size_t i = 0; i < x.size(); ++i) exponent[i] = -2.0 * log_sigma[i];
  exp_of(exponent, exponent);
  table_.at(column_of::log_integral, places, height);  // its work is done
  for (std::size_t i = 0; i < x.size(); ++i) {
    exponent[i] = height[i] - kLogRootTwoPi - log_sigma[i] - 0.5 * y[i] * y[i] * exponent[i];
  }
  exp_of(exponent, exponent);
  for (std::size_t i = 0; i < x.size(); ++i) {
    out[i] = guarded(x[i], y[i], z[i], source_.rate_kg_s * exponent[i] * out[i]);
  }
}

void SimilarityPlume::concentrations(std::span<const double> x_m, std::span<const double> y_m,
                                     std::span<const double> z_m, std::span<double> out_kg_m3) const {
  check_batch_sizes(x_m.size(), {y_m.size(), z_m.size(), out_kg_m3.size()});
  for (std::size_t start = 0; start < x_m.size(); start += kBlock) {
    const std::size_t count = std::min(kBlock, x_m.size() - start);
    block(x_m.subspan(start, count), y_m.subspan(start, count), z_m.subspan(start, count),
          out_kg_m3.subspan(start, count));
  }
}

double SimilarityPlume::concentration_kg_m3(double x_m, double y_m, double z_m) const {
  double out = 0.0;
  block({&x_m, 1}, {&y_m, 1}, {&z_m, 1}, {&out, 1});
  return out;
}

double SimilarityPlume::column(std::size_t which, double x_m) const {
  return table_.at(which, std::log(computable(x_m)));
}

double SimilarityPlume::crosswind_integral_kg_m2(double x_m, double z_m) const {
  const HermiteTable::Place place = table_.place(std::log(computable(x_m)));
  const double z = std::fmax(z_m, air_.state().roughness_m);
  double value = 0.0;
  crosswind_profile({&place, 1}, {&z, 1}, {&value, 1});
  return source_.rate_kg_s * value * std::exp(table_.at(column_of::log_integral, place));
}

double SimilarityPlume::sigma_y_m(double x_m) const { return std::exp(column(column_of::log_sigma_y, x_m)); }

double SimilarityPlume::mean_height_m(double x_m) const { return std::exp(column(column_of::log_mean_height, x_m)); }

double SimilarityPlume::airborne_share(double x_m) const { return std::exp(column(column_of::log_airborne, x_m)); }

// The flux C/r_s at the roughness length, where R vanishes; written without r_s, which may be zero.
double SimilarityPlume::deposition_kg_m_s(double x_m) const {
  if (!sink_.acts()) return 0.0;
  const double z0 = air_.state().roughness_m;
  const double half_s = column(column_of::half_s, x_m);
  const double log_offset = column(column_of::log_offset, x_m);
  const double mixed = column(column_of::mixed, x_m);
  double ground = 0.0;
  profile_values({{&z0, 1}, {&half_s, 1}, {&log_offset, 1}, {&mixed, 1}}, source_.height_m, lid_m_, {&ground, 1});
  return source_.rate_kg_s * ground * std::exp(column(column_of::log_integral, x_m));
}

bool SimilarityPlume::outside_range(double x_m) const {
  return x_m < kTestedFrom_m || x_m > kTestedTo_m || source_.height_m > kHighestSource_m;
}

std::vector<std::string> SimilarityPlume::warnings() const {
  std::vector<std::string> codes;
  if (lateral_.estimated()) codes.emplace_back("sigma_theta_estimated");
  if (lateral_.mixing_height_assumed()) codes.emplace_back("mixing_height_assumed");
  if (sink_.limited()) codes.emplace_back("deposition_limited");
  const double ratio = kPlumeKarman * air_.wind_scale_m_s() / air_.state().friction_velocity_m_s;
  if (ratio > kLargestDisagreement || ratio < 1.0 / kLargestDisagreement) {
    codes.emplace_back("wind_and_friction_disagree");
  }
  return codes;
}

}  // namespace sise
