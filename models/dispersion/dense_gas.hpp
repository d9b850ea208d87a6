// A gas denser than air, from a pool, a jet or all at once, until it has become a passive cloud.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/atmosphere/sigma_set.hpp"
#include "models/dispersion/dense_gas_path.hpp"
#include "models/dispersion/dense_gas_profile.hpp"

namespace sise {

/// What a dense cloud mixes by once it is passive.
enum class DensePassive {
  surface_layer,  ///< SLAB's own: nearest to trials
  curves,         ///< our dispersion curves, so that it meets `gaussian_plume`: for maps and zones
};

[[nodiscard]] std::string_view name_of(DensePassive passive);
[[nodiscard]] std::optional<DensePassive> dense_passive_from(std::string_view name);

struct DenseOptions {
  DenseMixing mixing = DenseMixing::weighted;
  DensePassive passive = DensePassive::surface_layer;
  SigmaSet sigma = SigmaSet::briggs_rural;   ///< with DensePassive::curves
  std::optional<double> averaging_time_s{};  ///< none: a moment's cloud, without meander
  double least_kg_m3 = 0.0;      ///< nobody asks about less than this: the cloud need not be followed beyond
  double step_tolerance = 1e-5;  ///< relative, of each step of the path
};

/// A slab model after SLAB (Ermak 1990) as ordinary differential equations: docs/models/dense_gas.md. Places are
/// measured from the source's centre: x downwind, y crosswind, z above ground. Prepared once per release and weather;
/// then const, and safe to use from many threads.
///
/// Validity: flat ground without obstacles, roughness to 0.1 m tested, to 10 km; no rain-out (give the airborne part),
/// no association of hydrogen fluoride, no heat of ammonia with water. Below 0.5 m/s the wind is taken as 0.5 m/s.
class DenseGas {
 public:
  /// Throws ModelError naming every impossible parameter at once.
  DenseGas(const DenseSource& source, const DenseSubstance& substance, const Weather& weather,
           double relative_humidity = 0.5, const DenseOptions& options = {});

  /// Highest over time, at the ambient temperature. 0 outside the cloud and where it has risen to the lid; NaN beyond
  /// the path. Where the release lasts, the slice at x with as much of the plume or the puff as passes there at most;
  /// where all came at once, the highest of all moments: the puff may have been denser there before its centre came, or
  /// have spread there against the wind.
  [[nodiscard]] double volume_fraction(double x_m, double y_m, double z_m) const;
  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m, double z_m) const;
  /// At a moment since the release began.
  [[nodiscard]] double volume_fraction(double x_m, double y_m, double z_m, double t_s) const;
  /// What passes the place, kg s/m3; infinite for a steady release.
  [[nodiscard]] double dose_kg_s_m3(double x_m, double y_m, double z_m) const;
  /// When the cloud comes to this distance and when it has gone by, s.
  struct Passage {
    double arrival_s = 0.0;
    double end_s = 0.0;
  };
  [[nodiscard]] std::optional<Passage> passage(double x_m) const;

  /// The slice at x: of a puff when its centre is there.
  [[nodiscard]] std::optional<CloudSection> section(double x_m) const { return path_->at(x_m); }
  [[nodiscard]] double mean_volume_fraction(const CloudSection& section) const;
  /// Everything that a table over distance keeps of one place on the axis.
  struct OnAxis {
    double volume_fraction = 0.0;  ///< as volume_fraction(x, 0, z)
    SliceEdges edges{};
    double arrival_s = 0.0;
  };
  /// In one look at the path; nullopt: outside it.
  [[nodiscard]] std::optional<OnAxis> on_axis(double x_m, double z_m) const;
  /// How the gas lies in a slice, meander included: volume fractions.
  [[nodiscard]] SliceProfile profile(const CloudSection& section) const;
  /// Of a slice, meander included.
  [[nodiscard]] SliceEdges edges(const CloudSection& section) const { return profile(section).edges(); }
  [[nodiscard]] const DensePath& path() const { return *path_; }
  [[nodiscard]] const DenseMixture& mixture() const { return *mixture_; }
  /// Codes: `calm_wind_raised`, `shallow_cloud` ...
  [[nodiscard]] std::vector<std::string> warnings() const { return warnings_; }
  /// Richardson number of HJ 169-2018 of what leaves, 0 for a gas lighter than air.
  [[nodiscard]] double richardson() const { return richardson_; }

 private:
  [[nodiscard]] double meander_m2(const CloudSection& section) const;
  [[nodiscard]] double highest_in_slice(const SliceProfile& slice, const CloudSection& section, double x_m, double y_m,
                                        double z_m) const;
  [[nodiscard]] Passage passage_of(const CloudSection& section) const;
  [[nodiscard]] double most_passing(double x_m) const;
  [[nodiscard]] double of_puff(const CloudSection& puff, double x_m, double y_m, double z_m) const;
  [[nodiscard]] double highest_of_puff(double x_m, double y_m, double z_m) const;
  template <class AtTime>
  [[nodiscard]] double highest_beside(std::size_t puff, double highest, const AtTime& at_time) const;
  [[nodiscard]] bool at_once() const { return source_.release == DenseRelease::instantaneous; }

  DenseSource source_;
  DenseOptions options_;
  std::shared_ptr<const DenseMixture> mixture_;
  std::shared_ptr<const DenseEntrainment> entrainment_;
  std::shared_ptr<const DensePath> path_;
  std::vector<CloudSection> puffs_{};  ///< of the steps
  double richardson_ = 0.0;
  std::vector<std::string> warnings_{};
};

/// Farthest x on the axis at height z where the volume fraction, highest over time, falls to a value (0 to 1);
/// nullopt: never reached. The end of the path where the cloud rises away; throws
/// ModelError where it is still exceeded some 200 km off.
[[nodiscard]] std::optional<double> farthest_distance_m(const DenseGas& cloud, double volume_fraction, double z_m);

}  // namespace sise
