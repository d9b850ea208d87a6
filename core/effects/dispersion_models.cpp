// From a dispersion model's id to its field: one line per model, each defined in a file of its own.
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

#include "core/accidents/dispersion.hpp"
#include "core/effects/concentration_field.hpp"

namespace sise {

std::unique_ptr<const ConcentrationField> passive_field(const GasSource& source, const Weather& weather,
                                                        const DispersionOptions& options);
std::unique_ptr<const ConcentrationField> dense_field(const GasSource& source, const Weather& weather,
                                                      const DispersionOptions& options);
std::unique_ptr<const ConcentrationField> dense_field_mixed_otherwise(const GasSource& source, const Weather& weather,
                                                                      const DispersionOptions& options);

namespace {

struct Model {
  std::string_view id;
  std::unique_ptr<const ConcentrationField> (*field)(const GasSource&, const Weather&, const DispersionOptions&);
};

constexpr std::array kModels{Model{passive_dispersion, passive_field}, Model{dense_dispersion, dense_field},
                             Model{dense_mixed_otherwise, dense_field_mixed_otherwise}};

}  // namespace

std::unique_ptr<const ConcentrationField> concentration_field(std::string_view dispersion, const GasSource& source,
                                                              const Weather& weather,
                                                              const DispersionOptions& options) {
  for (const Model& model : kModels) {
    if (model.id == dispersion) return model.field(source, weather, options);
  }
  throw std::invalid_argument("no dispersion model '" + std::string(dispersion) + "'");
}

DispersionOptions dispersion_options(const ModelChoice& model) {
  return {model.sigma, model.transport_wind, model.averaging_time_s, model.receptor_height_m};
}

void ConcentrationField::ln_values(std::span<const double> x_m, std::span<const double> y_m,
                                   std::span<double> out) const {
  values(x_m, y_m, out);
  for (double& value : out) value = std::log(value);
}

double ConcentrationField::value_kg_m3(double x_m, double y_m) const {
  double value = 0.0;
  values({&x_m, 1}, {&y_m, 1}, {&value, 1});
  return value;
}

}  // namespace sise
