// What the entry `probit` answers at one point, effect by effect.
#pragma once
#include "models/catalogue/model.hpp"

namespace sise {

/// One point: probit and probability, and with the option level_probability the level that has this probability. Throws
/// ModelError for a dose that the point does not state, constants that nobody knows, or an effect that the set lacks.
[[nodiscard]] PointAnswer probit_answer(const ModelInput& input, const Parameters& point, ModelAnswer& answer);

/// Death or injury by a toxic concentration, outdoors or in a room.
[[nodiscard]] PointAnswer toxic_answer(const ModelInput& input, const Parameters& point, ModelAnswer& answer);

/// A dose that the point must state; throws ModelError when it does not.
[[nodiscard]] double stated_dose(const Parameters& point, const std::string& name, const std::string& effect);

/// The exposure that counts, with a warning where the pack cuts it short.
[[nodiscard]] double capped_exposure_s(double exposure_s, double cap_s, ModelAnswer& answer);

/// A probit and its probability; without a dose there is no probit.
[[nodiscard]] PointAnswer answer_of_probit(double probit);

}  // namespace sise
