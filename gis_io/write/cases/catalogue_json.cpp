#include "gis_io/write/cases/catalogue_json.hpp"

#include <nlohmann/json.hpp>

#include "gis_io/read/text/text_json.hpp"
#include "models/catalogue/catalogue.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

/// Numbers: {"above" or "at_least", "at_most"}; choices: the list; null: no limit.
Json range_json(const ModelParameter& p) {
  if (!p.choices.empty()) return p.choices;
  Json range;
  if (p.above) range["above"] = *p.above;
  if (p.at_least) range["at_least"] = *p.at_least;
  if (p.at_most) range["at_most"] = *p.at_most;
  return range;
}

Json default_json(const ModelParameter& p) {
  if (p.default_number) return *p.default_number;
  if (!p.default_name.empty()) return p.default_name;
  return nullptr;
}

Json parameter_json(const ModelParameter& p) {
  return {{"name", p.name},         {"group", name_of(p.group)},      {"type", name_of(p.type)},
          {"unit", p.unit},         {"default", default_json(p)},     {"range", range_json(p)},
          {"required", p.required}, {"text", text_json<Json>(p.text)}};
}

Json output_json(const ModelOutput& output) {
  return {{"name", output.name},
          {"unit", output.unit},
          {"derived", output.derived},
          {"findable", output.findable},
          {"text", text_json<Json>(output.text)}};
}

Json model_json(const ModelDescriptor& d) {
  Json parameters = Json::array();
  for (const ModelParameter& p : d.parameters) parameters.push_back(parameter_json(p));
  Json outputs = Json::array();
  for (const ModelOutput& output : d.outputs) outputs.push_back(output_json(output));
  Json validity = Json::array();
  for (const ModelValidity& v : d.validity) validity.push_back({{"code", v.code}, {"text", text_json<Json>(v.text)}});
  return {{"id", d.id},
          {"title", text_json<Json>(d.title)},
          {"parameters", parameters},
          {"outputs", outputs},
          {"validity", validity},
          {"source", d.source},
          {"confidence", name_of(d.confidence)},
          {"doc", d.doc_page}};
}

}  // namespace

std::string catalogue_json() {
  Json all = Json::array();
  for (const Model& model : model_catalogue()) all.push_back(model_json(model.descriptor));
  return all.dump(1) + "\n";
}

}  // namespace sise
