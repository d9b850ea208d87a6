// A gas whose release changes with time, or a heavy one that comes at once, in a steady wind.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/zones/axial_hazard.hpp"
#include "core/zones/passing_table.hpp"

namespace sise {

/// Values are the steady concentrations that its passage counts as, by the level's rule. Indoors the cloud counts as one of
/// its highest concentration that brings the same dose: sooner in, on the safe side.
class PassingHazard final : public AxialHazard {
 public:
  /// Throws ModelError for a release that the cloud cannot be computed for.
  explicit PassingHazard(const Incident& incident);

  /// Arrival in the soonest wind and end in the latest; dose and load for the wind as given.
  [[nodiscard]] Passage passage(Point place, const LoadRule& rule) const override;
  [[nodiscard]] bool heeds_rules() const override { return true; }
  [[nodiscard]] std::optional<double> indoor_factor(const LoadRule& /*rule*/) const override { return std::nullopt; }
  /// The cloud in its table.
  [[nodiscard]] std::int64_t bytes(const GridSpec& /*grid*/) const override { return 100LL << 20; }
  [[nodiscard]] std::string model() const override { return model_; }
  [[nodiscard]] std::vector<std::string> warnings() const override { return warnings_; }

 protected:
  void evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                std::span<double> out) const override;
  [[nodiscard]] bool evaluate_indoors(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                                      std::span<double> out) const override;
  /// By the highest concentration, which no load exceeds.
  [[nodiscard]] std::optional<double> reach_m(double level) const override;

 private:
  PassingHazard(const Incident& incident, const PassingCloud& cloud);

  /// What one rule makes of the cloud.
  struct Answer {
    LoadRule rule{};
    PassingLayer outdoors{};
    PassingLayer indoors{};
  };
  [[nodiscard]] std::size_t answer_of(const LoadRule& rule) const;

  std::vector<Answer> answers_;
  PassingTable table_;
  PassingLayer peaks_;
  bool in_room_;
  std::string model_;
  std::vector<std::string> warnings_;
};

}  // namespace sise
