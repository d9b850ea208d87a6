// A dense cloud's way from the source to where nothing of it is left: plume, landing, end of the release, puff.
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "models/dispersion/dense_gas_profile.hpp"
#include "models/dispersion/dense_gas_sources.hpp"

namespace sise {

/// How closely and how far a path is followed.
struct PathLimits {
  double relative = 1e-5;  ///< tolerance of a step
  double thinnest = 0.0;   ///< mean volume fraction where it may end; it ends at 1e-16 anyway
};

/// Integrated once; then any slice of it is found on the cubic between two steps.
class DensePath {
 public:
  /// The mixture and the entrainment must outlive the path.
  DensePath(const DenseMixture& mixture, const DenseEntrainment& entrainment, const DenseSource& source,
            const PathLimits& limits = {});

  /// The slice at x, or the puff when its centre is at x. Nothing before the first or behind the last place.
  [[nodiscard]] std::optional<CloudSection> at(double x_m) const;
  /// The puff at a moment since the release began; nothing before it forms or after it is gone.
  [[nodiscard]] std::optional<CloudSection> puff_at(double t_s) const;
  /// Of the same moment, where the puff lies; at the first or the last moment beyond them.
  [[nodiscard]] PuffEnds ends_at(double t_s) const;
  /// The puffs of the steps, oldest last.
  [[nodiscard]] std::vector<CloudSection> puffs() const;

  [[nodiscard]] double first_m() const;
  [[nodiscard]] double last_m() const;
  /// Places of the steps.
  [[nodiscard]] std::vector<double> places_m() const;
  /// Where a plume becomes a puff.
  [[nodiscard]] std::optional<double> transition_m() const { return transition_m_; }
  [[nodiscard]] std::optional<double> landing_m() const { return landing_m_; }
  /// The path ends where the cloud, lighter than the air by its warmth, has risen to the lid.
  [[nodiscard]] bool risen() const { return risen_; }
  [[nodiscard]] double pool_half_width_m() const { return pool_m_; }
  [[nodiscard]] double rise_m() const { return rise_m_; }

 private:
  template <int N, class Place>
  struct Stretch {
    Place place{};
    std::vector<OdeNode<N>> nodes{};
  };
  using PlumeStretch = Stretch<kPlumeParts, PlumePlace>;
  using PuffStretch = Stretch<kPuffParts, bool>;

  [[nodiscard]] std::pair<bool, PuffVector> puff_state(double t_s) const;  ///< lifted or not
  void run_plume(const DenseSource& source);
  /// One stretch without change of place; the place where the next begins, or nothing at the end.
  [[nodiscard]] std::optional<PlumePlace> run_stretch(PlumePlace place, OdeNode<kPlumeParts>& node, double half_time_s);
  void land(OdeNode<kPlumeParts>& node) const;
  void run_puff(bool lifted, OdeNode<kPuffParts> node);
  void land(OdeNode<kPuffParts>& node) const;
  [[nodiscard]] bool thin(double mass_fraction) const;
  [[nodiscard]] bool at_lid(const CloudSection& section) const;

  const DenseMixture& mixture_;
  const DenseEntrainment& entrainment_;
  PathLimits limits_;
  double pool_m_ = 0.0;
  DensePlume plume_;
  DensePuff puff_;
  double rise_m_ = 0.0;
  std::optional<double> transition_m_{};
  std::optional<double> landing_m_{};
  bool risen_ = false;
  std::vector<PlumeStretch> plume_path_{};
  std::vector<PuffStretch> puff_path_{};
};

}  // namespace sise
