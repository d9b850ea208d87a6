// What a similarity plume cannot be asked.
#pragma once
#include "models/dispersion/similarity_plume.hpp"

namespace sise {

/// Throws ModelError with every impossible parameter.
void check_similarity_plume(const PlumeSource& source, const SimilarityWeather& weather,
                            const SimilarityOptions& options);

}  // namespace sise
