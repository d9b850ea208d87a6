// The steady models that can be scored.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "benchmarks/field/trial.hpp"

namespace sise::field {

/// One model prepared for one run. x from the source, y from the plume's axis.
struct RunModel {
  std::function<double(double x_m, double y_m, double z_m)> concentration_kg_m3;
  std::function<double(double x_m, double z_m)> crosswind_integral_kg_m2;
  std::function<double(double x_m)> sigma_y_m;
};

struct Candidate {
  std::string name;
  std::function<RunModel(const Run& run)> prepare;
};

/// `similarity_plume`, without deposition and with that velocity (if above 0); `gaussian_plume` with every set of curves
/// for plumes, the class from the Obukhov length, carried by the wind at its own mean height or by the wind at 2 m.
[[nodiscard]] std::vector<Candidate> candidates(double deposition_velocity_m_s);

}  // namespace sise::field
