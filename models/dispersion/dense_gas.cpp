#include "models/dispersion/dense_gas.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include "models/base/error.hpp"
#include "models/dispersion/dense_gas_checks.hpp"
#include "models/dispersion/dense_gas_constants.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kTimeTolerance = 1e-5;  // of the moment when the concentration is highest

PuffEnds ends_of(const CloudSection& puff) { return {puff.time_s, puff.x_m, puff.half_length_m, puff.core_length_m}; }

std::shared_ptr<const CurveGrowth> curves_of(const DenseOptions& options, const Weather& weather) {
  if (options.passive != DensePassive::curves) return nullptr;
  return CurveGrowth::shared(options.sigma, weather.stability);
}

double hj169_richardson(const DenseSource& source, const DenseMixture& mixture, const DenseGasAir& air) {
  const double density = mixture.pure().density_kg_m3;
  const double air_density = mixture.air().density_kg_m3;
  const double wind = air.wind_m_s(10.0);
  if (source.release == DenseRelease::instantaneous) {
    return richardson_number(InstantaneousRelease{source.mass_kg, density, air_density, wind});
  }
  return richardson_number(ContinuousRelease{source.rate_kg_s, density, air_density, wind});
}

}  // namespace

std::string_view name_of(DensePassive passive) { return passive == DensePassive::curves ? "curves" : "surface_layer"; }

std::optional<DensePassive> dense_passive_from(std::string_view name) {
  for (const DensePassive passive : {DensePassive::surface_layer, DensePassive::curves}) {
    if (name == name_of(passive)) return passive;
  }
  return std::nullopt;
}

DenseGas::DenseGas(const DenseSource& source, const DenseSubstance& substance, const Weather& weather,
                   double relative_humidity, const DenseOptions& options)
    : source_(source), options_(options) {
  check_dense_gas(source, substance, weather, relative_humidity, options);
  const MoistAir moist = moist_air(weather.temperature_K, weather.pressure_Pa, relative_humidity);
  const DenseGasAir air(weather);
  mixture_ = std::make_shared<const DenseMixture>(substance, moist, source.temperature_K, source.liquid_fraction);
  check_jet(source, substance, *mixture_);
  entrainment_ = std::make_shared<const DenseEntrainment>(air, moist, DenseSpread(air, curves_of(options, weather)),
                                                          options.mixing);
  // On its axis a slice is at most some three times as dense as in the mean.
  constexpr double kMeanOfLeast = 0.05;
  path_ = std::make_shared<const DensePath>(
      *mixture_, *entrainment_, source,
      PathLimits{options.step_tolerance, kMeanOfLeast * options.least_kg_m3 / mixture_->pure_kg_m3()});
  puffs_ = path_->puffs();
  richardson_ = hj169_richardson(source, *mixture_, air);
  if (weather.wind_speed_m_s < kDenseSlowest_m_s) warnings_.emplace_back("calm_wind_raised");
  if (mixture_->pure().density_kg_m3 < moist.density_kg_m3) warnings_.emplace_back("lighter_than_air");
  if (path_->risen()) warnings_.emplace_back("cloud_rises");
}

double DenseGas::mean_volume_fraction(const CloudSection& section) const {
  return mixture_->volume_fraction(section.mass_fraction);
}

double DenseGas::meander_m2(const CloudSection& s) const {
  if (!options_.averaging_time_s) return 0.0;
  double time_s = *options_.averaging_time_s;
  if (s.half_length_m > 0.0) {
    time_s = std::min(time_s, 2.0 * s.half_length_m / s.speed_m_s);
  } else if (source_.duration_s) {
    time_s = std::min(time_s, *source_.duration_s);
  }
  return entrainment_->spread().meander_m2(s.x_m, time_s);
}

SliceProfile DenseGas::profile(const CloudSection& s) const { return {s, mean_volume_fraction(s), meander_m2(s)}; }

double DenseGas::of_puff(const CloudSection& puff, double x_m, double y_m, double z_m) const {
  return std::min(1.0, profile(puff).at(y_m, z_m) * ends_of(puff).share(x_m));
}

// As much of the puff as is ever at this distance: its middle becomes denser than its mean while its ends fray. It comes and
// goes once, so that the highest is found by climbing from when its centre is here.
double DenseGas::most_passing(double x_m) const {
  const auto share = [&](std::size_t i) { return ends_of(puffs_[i]).share(x_m); };
  const auto here = std::lower_bound(puffs_.begin(), puffs_.end() - 1, x_m,
                                     [](const CloudSection& puff, double x) { return puff.x_m < x; });
  auto best = static_cast<std::size_t>(here - puffs_.begin());
  double highest = share(best);
  const auto climb = [&](std::size_t next) {
    const double now = share(next);
    if (now <= highest) return false;
    highest = now;
    best = next;
    return true;
  };
  while (best + 1 < puffs_.size() && climb(best + 1)) {
  }
  while (best > 0 && climb(best - 1)) {
  }
  return highest_beside(best, highest, [&](double t_s) { return path_->ends_at(t_s).share(x_m); });
}

// Between the neighbours of the step where it is highest.
template <class AtTime>
double DenseGas::highest_beside(std::size_t puff, double highest, const AtTime& at_time) const {
  const double before = puffs_[puff == 0 ? 0 : puff - 1].time_s;
  const double after = puffs_[std::min(puff + 1, puffs_.size() - 1)].time_s;
  return std::max(highest, at_time(golden_maximum(at_time, before, after, kTimeTolerance)));
}

double DenseGas::highest_of_puff(double x_m, double y_m, double z_m) const {
  std::size_t best = 0;
  double highest = -1.0;
  for (std::size_t i = 0; i < puffs_.size(); ++i) {
    const double now = of_puff(puffs_[i], x_m, y_m, z_m);
    if (now <= highest) continue;
    highest = now;
    best = i;
  }
  return highest_beside(best, highest, [&](double t_s) { return of_puff(*path_->puff_at(t_s), x_m, y_m, z_m); });
}

double DenseGas::highest_in_slice(const SliceProfile& slice, const CloudSection& s, double x_m, double y_m,
                                  double z_m) const {
  return std::min(1.0, slice.at(y_m, z_m) * (s.half_length_m > 0.0 ? most_passing(x_m) : 1.0));
}

double DenseGas::volume_fraction(double x_m, double y_m, double z_m) const {
  if (x_m > path_->last_m() && !path_->risen()) return std::numeric_limits<double>::quiet_NaN();
  if (at_once()) return highest_of_puff(x_m, y_m, z_m);
  const std::optional<CloudSection> s = path_->at(x_m);
  return s ? highest_in_slice(profile(*s), *s, x_m, y_m, z_m) : 0.0;
}

std::optional<DenseGas::OnAxis> DenseGas::on_axis(double x_m, double z_m) const {
  const std::optional<CloudSection> s = path_->at(x_m);
  if (!s) return std::nullopt;
  const SliceProfile slice = profile(*s);
  const double highest = at_once() ? highest_of_puff(x_m, 0.0, z_m) : highest_in_slice(slice, *s, x_m, 0.0, z_m);
  return OnAxis{highest, slice.edges(), passage_of(*s).arrival_s};
}

double DenseGas::concentration_kg_m3(double x_m, double y_m, double z_m) const {
  return volume_fraction(x_m, y_m, z_m) * mixture_->pure_kg_m3();
}

double DenseGas::volume_fraction(double x_m, double y_m, double z_m, double t_s) const {
  if (x_m > path_->last_m() && !path_->risen()) return std::numeric_limits<double>::quiet_NaN();
  if (at_once()) {
    const std::optional<CloudSection> now = path_->puff_at(t_s);
    return now ? of_puff(*now, x_m, y_m, z_m) : 0.0;
  }
  const std::optional<CloudSection> here = path_->at(x_m);
  if (!here) return 0.0;
  if (here->half_length_m == 0.0) {
    const double since = t_s - here->time_s;
    return since >= 0.0 && since <= source_.duration_s.value_or(since) ? std::min(1.0, profile(*here).at(y_m, z_m))
                                                                       : 0.0;
  }
  // As SLAB: the slice that this place will have, with as much of the puff as is there now.
  if (t_s < puffs_.front().time_s) return 0.0;
  return std::min(1.0, profile(*here).at(y_m, z_m) * path_->ends_at(t_s).share(x_m));
}

double DenseGas::dose_kg_s_m3(double x_m, double y_m, double z_m) const {
  const std::optional<CloudSection> s = path_->at(x_m);
  if (!s) return 0.0;
  const double c = profile(*s).at(y_m, z_m) * mixture_->pure_kg_m3();
  if (s->half_length_m > 0.0) return c * 2.0 * s->half_length_m / s->speed_m_s;
  return c * source_.duration_s.value_or(std::numeric_limits<double>::infinity());
}

DenseGas::Passage DenseGas::passage_of(const CloudSection& s) const {
  if (s.half_length_m == 0.0) {
    return {s.time_s, s.time_s + source_.duration_s.value_or(std::numeric_limits<double>::infinity())};
  }
  const double half_s = s.half_length_m / s.speed_m_s;
  return {std::max(0.0, s.time_s - half_s), s.time_s + half_s};
}

std::optional<DenseGas::Passage> DenseGas::passage(double x_m) const {
  const std::optional<CloudSection> s = path_->at(x_m);
  return s ? std::optional(passage_of(*s)) : std::nullopt;
}

std::optional<double> farthest_distance_m(const DenseGas& cloud, double volume_fraction, double z_m) {
  const auto on_axis = [&](double x) { return cloud.volume_fraction(x, 0.0, z_m); };
  std::vector<double> x;
  for (const double place : cloud.path().places_m()) {
    if (x.empty() || place > x.back()) x.push_back(place);
  }
  // From the far end inwards: nearer than where it is first exceeded nobody need look.
  std::vector<double> values(x.size());
  std::size_t first = x.size();
  while (first > 0 && (first == x.size() || values[first] < volume_fraction)) {
    --first;
    values[first] = on_axis(x[first]);
  }
  if (values.back() >= volume_fraction) {
    if (cloud.path().risen()) return x.back();
    throw ModelError("distance_beyond_any_use",
                     {"the concentration asked for is still exceeded where the cloud is followed no farther, at some "
                      "200 km: no model of flat ground and one wind applies there",
                      "在云团计算终点 (约 200 km) 处仍超过所求浓度: 平坦地面单一风向的模型在此不适用"},
                     {}, {"check the unit of the concentration and of the rate", "请检查浓度和源强的单位"});
  }
  return outermost_crossing(on_axis, std::span(x).subspan(first), std::span(values).subspan(first), volume_fraction);
}

}  // namespace sise
