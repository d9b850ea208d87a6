#include "models/catalogue/catalogue.hpp"

#include "models/catalogue/entries.hpp"
#include "models/catalogue/physical_range.hpp"

namespace sise {

namespace {

std::vector<Model> all_models() {
  std::vector<Model> models{
      gaussian_plume_entry(),
      gaussian_puff_entry(),
      similarity_plume_entry(),
      dense_gas_entry(),
      tnt_entry(),
      multi_energy_entry(),
      baker_strehlow_tang_entry(),
      vapour_cloud_tnt_entry(),
      vessel_burst_entry(),
      dust_explosion_entry(),
      fireball_entry(),
      pool_fire_entry(),
      jet_fire_entry(),
      flash_fire_entry(),
      vessel_gas_entry(),
      vessel_liquid_entry(),
      vessel_two_phase_entry(),
      pipe_gas_entry(),
      pool_evaporation_entry(),
      bleve_entry(),
      fragments_entry(),
      probit_entry(),
  };
  for (Model& model : models) {
    for (ModelParameter& parameter : model.descriptor.parameters) keep_physical(parameter);
  }
  return models;
}

}  // namespace

const std::vector<Model>& model_catalogue() {
  static const std::vector<Model> kModels = all_models();
  return kModels;
}

const Model* find_model(std::string_view id) {
  for (const Model& model : model_catalogue()) {
    if (model.descriptor.id == id) return &model;
  }
  return nullptr;
}

std::vector<std::string> model_ids() {
  std::vector<std::string> ids;
  for (const Model& model : model_catalogue()) ids.push_back(model.descriptor.id);
  return ids;
}

}  // namespace sise
