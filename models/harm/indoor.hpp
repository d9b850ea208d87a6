// What comes indoors from a cloud outdoors: a room with a constant air change, well mixed,
// dC_in/dt = lambda (C_out - C_in). Source: CPR 16E (Green Book) 1992, ch. 5; CPR 18E (Purple Book) ch. 5; recalled.
//
// Concentrations may be in mg/m3, ppm or kg/m3: a load has the same unit to the power n, times minutes, as the probits
// of harm/probit.hpp have it. Times count from the arrival of the cloud; the room is clean then. After the cloud has
// passed the room gives its gas back, and that tail counts: with n = 2 and half an air change an hour it is most of the
// load of a short cloud.
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace sise {

struct Room {
  double air_changes_per_h = 1.0;       ///< lambda, above 0; 0.5 to 1 for a closed house (recalled)
  std::optional<double> leave_after_s;  ///< people leave, or air the room, so long after the arrival; none: never
};

/// A cloud of one concentration from its arrival until duration_s.
struct SteadyCloud {
  double concentration = 0.0;
  double duration_s = 0.0;
};

/// One sample of a cloud; between two samples the concentration runs along a straight line.
struct CloudSample {
  double time_s = 0.0;
  double concentration = 0.0;
};

/// Indoors at a time after the arrival, in the cloud's unit.
[[nodiscard]] double indoor_concentration(const SteadyCloud& cloud, const Room& room, double time_s);

/// Integral of C_in^n over the time in minutes, with the tail. Closed forms for n = 1 and n = 2 and for every tail; else
/// by quadrature to 1e-10. For n = 1 without leaving it is the load outdoors: what comes in goes out again.
[[nodiscard]] double indoor_toxic_load(const SteadyCloud& cloud, double n, const Room& room);

/// Indoors at each sample. Samples rise strictly in time; at the first one the room is clean.
[[nodiscard]] std::vector<double> indoor_concentrations(std::span<const CloudSample> samples, const Room& room);

/// The same load for a sampled cloud; after the last sample the air outdoors is clean. Relative error below 1e-6 for n
/// from 0.5 to 4.
[[nodiscard]] double indoor_toxic_load(std::span<const CloudSample> samples, double n, const Room& room);

/// The load outdoors, C^n t: what indoor_toxic_load compares with.
[[nodiscard]] double outdoor_toxic_load(const SteadyCloud& cloud, double n);

}  // namespace sise
