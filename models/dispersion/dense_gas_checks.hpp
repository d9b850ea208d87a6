// What a dense cloud can be asked for.
#pragma once
#include "models/dispersion/dense_gas.hpp"

namespace sise {

/// Throws ModelError naming every impossible parameter at once.
void check_dense_gas(const DenseSource& source, const DenseSubstance& substance, const Weather& weather,
                     double relative_humidity, const DenseOptions& options);

/// Throws ModelError for a vertical jet that is lighter than the air, and for a jet so fast that its area must be the
/// orifice's, before it has expanded.
void check_jet(const DenseSource& source, const DenseSubstance& substance, const DenseMixture& mixture);

}  // namespace sise
