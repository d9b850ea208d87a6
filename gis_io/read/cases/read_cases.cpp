#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "models/catalogue/catalogue.hpp"

namespace sise {
namespace {

Need need_of(const ModelParameter& parameter) { return parameter.required ? Need::required : Need::optional; }

void read_parameter(ConfigReader& reader, const ModelParameter& p, Parameters& into) {
  if (p.type == ParameterType::number) {
    const NumberRule rule{.at_least = p.at_least, .above = p.above, .at_most = p.at_most};
    if (const std::optional<double> number = reader.number(p.name, rule, need_of(p))) into.set(p.key(), *number);
    return;
  }
  const std::optional<std::string> name =
      p.type == ParameterType::choice ? reader.choice(p.name, p.choices, need_of(p)) : reader.text(p.name, need_of(p));
  if (name) into.set(p.key(), *name);
}

void read_group(const ConfigNode& table, const ModelDescriptor& descriptor, ParameterGroup group, Problems& problems,
                Parameters& into) {
  ConfigReader reader(table, problems);
  for (const ModelParameter& p : descriptor.parameters) {
    if (p.group == group) read_parameter(reader, p, into);
  }
  reader.finish();
  fill_defaults(into, descriptor, group);
}

/// An absent section is an empty one: its required keys are then reported as missing.
ConfigNode empty_section(const Location& case_where, ParameterGroup group) {
  ConfigNode table;
  table.kind = ConfigNode::Kind::table;
  table.where = case_where;
  table.where.field = std::string(name_of(group));
  return table;
}

/// Several sources, each with a place beside what a single one has.
void read_sources(const ConfigNode& array, const ModelDescriptor& descriptor, Problems& problems, ModelInput& input) {
  for (const ConfigNode& item : array.items) {
    PlacedSource placed;
    ConfigReader reader(item, problems);
    placed.x_m = reader.number("x_m").value_or(0.0);
    placed.y_m = reader.number("y_m").value_or(0.0);
    for (const ModelParameter& p : descriptor.parameters) {
      if (p.group == ParameterGroup::source) read_parameter(reader, p, placed.settings);
    }
    reader.finish();
    fill_defaults(placed.settings, descriptor, ParameterGroup::source);
    placed.settings.add(input.settings);
    input.sources.push_back(std::move(placed));
  }
  if (!array.items.empty()) return;
  problems.error("empty_list", {"'sources' holds no source", "'sources' 中没有源"}, array.where);
}

void read_settings(ConfigReader& reader, const ModelDescriptor& descriptor, Parameters& into, bool has_source) {
  for (const ParameterGroup group : {ParameterGroup::source, ParameterGroup::weather, ParameterGroup::options}) {
    if (!descriptor.takes(group) || (group == ParameterGroup::source && !has_source)) continue;
    const ConfigNode* table = reader.table(name_of(group));
    if (table == nullptr && reader.has(name_of(group))) continue;
    const ConfigNode section = table != nullptr ? *table : empty_section(reader.where(), group);
    read_group(section, descriptor, group, reader.problems(), into);
  }
}

void read_points(const ConfigNode& array, const ModelDescriptor& descriptor, Problems& problems, ModelInput& input) {
  for (const ConfigNode& item : array.items) {
    Parameters point;
    read_group(item, descriptor, ParameterGroup::at, problems, point);
    input.at.push_back(std::move(point));
  }
}

std::vector<std::string> findable_outputs(const Model& model) {
  std::vector<std::string> names;
  for (const ModelOutput& output : model.descriptor.outputs) {
    if (output.findable && model.find != nullptr) names.push_back(output.name);
  }
  return names;
}

std::optional<FindQuestion> read_find(const ConfigNode& table, const Model& model, Problems& problems) {
  ConfigReader reader(table, problems);
  const std::vector<std::string> names = findable_outputs(model);
  if (names.empty()) {
    const std::string& id = model.descriptor.id;
    problems.error("nothing_to_find",
                   {fmt::format("model '{}' has no distance to find", id), fmt::format("模型 '{}' 不支持求距离", id)},
                   table.where, {"Ask with 'at' instead", "请改用 'at'"});
    return std::nullopt;
  }
  FindQuestion question;
  question.output = reader.exactly_one(names, Need::required);
  if (const ModelParameter* p = model.descriptor.parameter(ParameterGroup::at, model.descriptor.find_parameter)) {
    read_parameter(reader, *p, question.at);
    fill_defaults(question.at, model.descriptor, ParameterGroup::at);
  }
  const std::optional<double> value =
      question.output.empty() ? std::nullopt : reader.number(question.output, number_rule::kPositive, Need::required);
  reader.finish();
  if (!value) return std::nullopt;
  question.value = *value;
  return question;
}

const Substance* read_substance(ConfigReader& reader, const SubstanceTable& substances) {
  const std::optional<std::string> name = reader.text("substance");
  if (!name) return nullptr;
  const Substance* found = substances.find(*name);
  if (found == nullptr) {
    reader.problems().error("unknown_substance", {"unknown substance '" + *name + "'", "未知物质 '" + *name + "'"},
                            reader.where("substance"), did_you_mean(*name, substances.suggest(*name)));
  }
  return found;
}

void read_id(ConfigReader& reader, EvalCase& into) {
  const ConfigNode* id = reader.node("id");
  if (id == nullptr) return;
  if (id->kind == ConfigNode::Kind::text) {
    into.id_json = nlohmann::json(id->text).dump();
  } else if (id->kind == ConfigNode::Kind::integer) {
    into.id_json = std::to_string(id->integer);
  } else {
    reader.problems().error("wrong_type", {"an id is a text or a whole number", "id 应为文本或整数"}, id->where);
  }
}

const Model* read_model(ConfigReader& reader, EvalCase& into) {
  const std::optional<std::string> id = reader.text("model", Need::required);
  if (!id) return nullptr;
  into.model_id = *id;
  const Model* model = find_model(*id);
  if (model == nullptr) {
    reader.problems().error("unknown_model", {"unknown model '" + *id + "'", "未知模型 '" + *id + "'"},
                            reader.where("model"), did_you_mean(*id, model_ids()));
  }
  return model;
}

void read_harm(const CaseTables& tables, const Location& where, EvalCase& into, Problems& problems) {
  if (!into.model->descriptor.uses_harm_pack || !into.input.settings.has("set")) return;
  try {
    into.harm = std::make_shared<const HarmPack>(tables.harm_pack(into.input.settings.text("set")));
    into.input.harm = into.harm.get();
  } catch (const ConfigError& error) {
    for (Diagnostic diagnostic : error.diagnostics()) {
      diagnostic.where = where;
      problems.add(std::move(diagnostic));
    }
  }
}

void read_question(ConfigReader& reader, EvalCase& into) {
  const std::string asked = reader.exactly_one({"at", "find"}, Need::required);
  if (asked == "at") {
    const ConfigNode* points = reader.array("at");
    if (points != nullptr) read_points(*points, into.model->descriptor, reader.problems(), into.input);
  } else if (asked == "find") {
    const ConfigNode* find = reader.table("find");
    if (find != nullptr) into.find = read_find(*find, *into.model, reader.problems());
  }
}

EvalCase read_case(const ConfigNode& node, const CaseTables& tables) {
  EvalCase result;
  Problems problems;
  ConfigReader reader(node, problems);
  read_id(reader, result);
  result.model = read_model(reader, result);
  if (result.model != nullptr) {  // what else belongs into a case depends on its model
    result.input.substance = read_substance(reader, tables.substances);
    const bool several =
        result.model->descriptor.sums_sources && reader.exactly_one({"source", "sources"}, Need::optional) == "sources";
    read_settings(reader, result.model->descriptor, result.input.settings, !several);
    if (const ConfigNode* sources = several ? reader.array("sources") : nullptr) {
      read_sources(*sources, result.model->descriptor, problems, result.input);
    }
    read_harm(tables, reader.where("options"), result, problems);
    read_question(reader, result);
    reader.finish();
  }
  result.problems = problems.all();
  return result;
}

/// The nodes of the single cases.
std::vector<ConfigNode> split(const ConfigNode& root) {
  if (root.kind == ConfigNode::Kind::array) return root.items;
  const ConfigNode* cases = root.find("cases");
  if (cases == nullptr) return {root};
  Problems problems;
  ConfigReader reader(root, problems);
  const ConfigNode* array = reader.array("cases");
  reader.finish();
  problems.throw_if_errors<ConfigError>();
  return array->items;
}

}  // namespace

std::vector<EvalCase> read_cases(const ConfigNode& root, const std::vector<std::string>& overrides,
                                 const CaseTables& tables) {
  if (root.kind != ConfigNode::Kind::array && root.kind != ConfigNode::Kind::table) {
    throw ConfigError("wrong_type", {"cases are an object or an array of objects", "算例文件应为一个对象或对象数组"},
                      root.where);
  }
  std::vector<EvalCase> cases;
  Problems problems;
  for (ConfigNode& node : split(root)) {
    if (node.kind == ConfigNode::Kind::table) apply_overrides(node, overrides, problems);
    cases.push_back(read_case(node, tables));
  }
  problems.throw_if_errors<ConfigError>();
  return cases;
}

}  // namespace sise
