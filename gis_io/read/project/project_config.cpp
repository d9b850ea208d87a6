#include "gis_io/read/project/project_config.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "core/accidents/generate/ends.hpp"
#include "core/criteria/scheme_limits.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/read/project/capacity_section.hpp"
#include "gis_io/read/project/context_section.hpp"
#include "gis_io/read/project/natural_hazards_section.hpp"
#include "gis_io/read/project/register_section.hpp"
#include "gis_io/read/project/sections.hpp"
#include "gis_io/read/project/siting_section.hpp"

namespace sise {
namespace {

/// Reads a pack and keeps a user's file for the checksums; a problem without a place gets that of the key.
template <class Pack>
void load_pack(Pack (*read)(const std::string&, const std::filesystem::path&), const std::string& name,
               const Location& where, ProjectConfig& config, Pack& pack, Problems& problems) {
  try {
    pack = read(name, config.origin.folder);
    if (is_pack_file(name)) config.pack_files.push_back(config.origin.folder / name);
  } catch (const Error& error) {
    for (Diagnostic diagnostic : error.diagnostics()) {
      if (diagnostic.where.file.empty()) diagnostic.where = where;
      problems.add(std::move(diagnostic));
    }
  }
}

void read_weather(const ConfigNode& node, ProjectConfig& config, Problems& problems) {
  ConfigReader reader(node, problems);
  if (const ConfigNode* rose = reader.node("wind_rose")) {
    config.wind_rose = read_layer(*rose, {.our_names = wind_rose_field_names(), .may_be_text = true, .is_rose = true},
                                  config.origin, problems);
  }
  read_air(reader, config.ambient);
  reader.finish();
}

void read_units(const ConfigNode& node, ProjectConfig& config, Problems& problems) {
  ConfigReader reader(node, problems);
  read_layer_keys(reader, {.our_names = unit_field_names(), .constants = true}, "source", config.origin, config.units);
  if (const ConfigNode* contents = reader.node("contents")) {
    config.contents =
        read_layer(*contents, {.our_names = content_field_names(), .may_be_text = true}, config.origin, problems);
  }
  if (const ConfigNode* boundary = reader.node("boundary")) {
    config.boundaries =
        read_layer(*boundary, {.our_names = boundary_field_names(), .may_be_text = true}, config.origin, problems);
  }
  reader.finish();
}

/// How the layer is to be read that the command line names.
LayerConfig read_proposals(const ConfigNode* node, const ConfigOrigin& origin, Problems& problems) {
  LayerConfig layer;
  layer.where.field = "proposals";
  if (node == nullptr) return layer;
  ConfigReader reader(*node, problems);
  const LayerRules rules{.our_names = proposal_field_names(), .constants = true, .need_source = Need::optional};
  read_layer_keys(reader, rules, "source", origin, layer);
  reader.finish();
  if (!layer.source_text.empty()) {
    problems.error("unused_key", {"the layer of proposals is named on the command line", "拟建项目图层由命令行给出"},
                   reader.where("source"),
                   {"Leave 'source' out; use --proposals FILE[:layer]", "请去掉 source,使用 --proposals 文件[:图层]"});
  }
  return layer;
}

/// How a land-use plan is to be read that the command line names.
void read_plan(const ConfigNode* node, ProjectConfig& config, Problems& problems) {
  config.plan.where.field = "plan";
  if (node == nullptr) return;
  ConfigReader reader(*node, problems);
  const LayerRules rules{.our_names = plan_field_names(), .constants = true, .need_source = Need::optional};
  read_layer_keys(reader, rules, "source", config.origin, config.plan);
  config.plan_scheme = reader.text("scheme").value_or("");
  reader.finish();
  if (config.plan.source_text.empty()) return;
  problems.error("unused_key", {"the plan is named on the command line", "用地规划图层由命令行给出"},
                 reader.where("source"),
                 {"Leave 'source' out; use --plan FILE[:layer]", "请去掉 source,使用 --plan 文件[:图层]"});
}

void read_harm(const ConfigNode* node, ProjectConfig& config, Problems& problems) {
  static const ConfigNode kEmpty{.kind = ConfigNode::Kind::table};
  ConfigReader reader(node == nullptr ? kEmpty : *node, problems);
  config.harm_pack_name = reader.text("pack").value_or(config.harm_pack_name);
  load_pack(harm_pack, config.harm_pack_name, reader.where("pack"), config, config.harm, problems);
  config.harm.min_probability =
      reader.number("min_probability", number_rule::kFraction).value_or(config.harm.min_probability);
  reader.finish();
}

/// A file of the user's, or a pack that is built in and those that it falls back on.
void read_generator(const ConfigNode* node, ProjectConfig& config, Problems& problems) {
  static const ConfigNode kEmpty{.kind = ConfigNode::Kind::table};
  const ConfigReader reader(node == nullptr ? kEmpty : *node, problems);
  const GeneratorChoice& choice = config.generated_by;
  GeneratorData& data = config.generator;
  load_pack(frequency_packs, choice.frequency_pack, reader.where("frequency_pack"), config, data.packs, problems);
  load_pack(event_trees, choice.event_trees, reader.where("event_trees"), config, data.trees, problems);
  data.trees.delayed = choice.delayed_ignition;
  data.rules = generator_rules("generator");
}

void read_criteria(const ConfigNode* node, ProjectConfig& config, Problems& problems) {
  static const ConfigNode kEmpty{.kind = ConfigNode::Kind::table};
  ConfigReader reader(node == nullptr ? kEmpty : *node, problems);
  Criteria& criteria = config.criteria;
  config.rule_pack_name = reader.text("rule_pack").value_or(config.rule_pack_name);
  load_pack(rule_pack, config.rule_pack_name, reader.where("rule_pack"), config, criteria.rules, problems);
  const bool fresh = reader.choice("facilities", {"existing", "new"}).value_or("existing") == "new";
  criteria.facilities = fresh ? FacilityScale::new_build : FacilityScale::existing;
  criteria.incomplete_radius_m =
      reader.number("incomplete_radius_m", number_rule::kNotNegative).value_or(criteria.incomplete_radius_m);
  const std::string screening = reader.text("screening").value_or("erg2024");
  load_pack(screening_pack, screening, reader.where("screening"), config, criteria.screening, problems);
  criteria.cumulative_veto = reader.choice("cumulative", {"report", "veto"}).value_or("report") == "veto";
  config.colour_blind = read_palette(reader).value_or(false);
  const LimitTable& limits = fresh ? criteria.rules.individual_risk_new : criteria.rules.individual_risk_existing;
  config.scheme = with_limits(class_scheme(std::string("individual-risk-baseline") + (fresh ? "-new" : "") +
                                           (config.colour_blind ? "-colour-blind" : "")),
                              limits, criteria.rules);
  reader.finish();
}

/// "chlorine.toxicity", "tnt.tnt_equivalence" of a known substance, under its canonical id.
std::optional<std::string> substance_fact(const std::string& id) {
  for (const std::string_view ending : {".toxicity", ".tnt_equivalence"}) {
    if (!id.ends_with(ending)) continue;
    const Substance* substance = substances().find(id.substr(0, id.size() - ending.size()));
    if (substance != nullptr) return substance->id + std::string(ending);
  }
  return std::nullopt;
}

/// What an id names that the office may confirm: rules of the pack, a fact of a substance, the harm pack, what scenarios are
/// generated from.
std::vector<std::string> confirmable(const std::string& id, const ProjectConfig& config) {
  if (const auto fact = substance_fact(id)) return {*fact};
  if (!id.empty() && id == config.harm.id) return {id};
  if (names_siting_rule(config.siting, id)) return {id};
  if (std::vector<std::string> ids = ids_named(config.generator, id); !ids.empty()) return ids;
  return rules_named(config.criteria.rules, id);
}

std::vector<std::string> ids_to_confirm(const ProjectConfig& config) {
  std::vector<std::string> ids = config.criteria.rules.rule_ids();
  for (std::string& id : confirmable_ids(config.generator)) ids.push_back(std::move(id));
  return ids;
}

void read_confirmed_rule(const ConfigNode& node, ProjectConfig& config, Problems& problems) {
  ConfigReader reader(node, problems);
  ConfirmedRule rule;
  rule.id = reader.text("id", Need::required).value_or("");
  rule.by = reader.text("by", Need::required).value_or("");
  rule.date = reader.date("date", Need::required).value_or(ConfigDate{});
  reader.finish();
  const RulePack& pack = config.criteria.rules;
  const std::vector<std::string> named = confirmable(rule.id, config);
  // A pack that could not be read has been told already; its rules are not known.
  if (named.empty() && !rule.id.empty() && !pack.id.empty()) {
    problems.error("unknown_rule",
                   {"the rule pack has no rule '" + rule.id + "'", "规则包中没有规则 '" + rule.id + "'"},
                   reader.where("id"), did_you_mean(rule.id, ids_to_confirm(config)));
  }
  config.criteria.confirmed_rules.insert(named.begin(), named.end());
  config.confirmed.push_back(std::move(rule));
}

void read_rules(const ConfigNode& node, ProjectConfig& config, Problems& problems) {
  ConfigReader reader(node, problems);
  read_siting_keys(reader, config);
  if (const ConfigNode* confirmed = reader.array("confirmed")) {
    for (const ConfigNode& item : confirmed->items) read_confirmed_rule(item, config, problems);
  }
  reader.finish();
}

}  // namespace

ProjectConfig read_project(ConfigOrigin opened, Problems& problems) {
  ProjectConfig config;
  config.origin = std::move(opened);
  const ConfigOrigin& origin = config.origin;
  ConfigReader reader(origin.tree, problems);
  config.origin.trusted = read_trust(reader);
  config.title = reader.text("title").value_or("");
  config.date = reader.date("date");
  if (const ConfigNode* n = reader.table("grid", Need::required))
    config.grid = read_grid(*n, Need::required, origin, problems);
  if (const ConfigNode* n = reader.table("weather")) read_weather(*n, config, problems);
  if (const ConfigNode* n = reader.table("register")) config.reg = read_register_section(*n, origin, problems);
  if (const ConfigNode* n = reader.table("areas")) config.areas = read_areas_section(*n, origin, problems);
  if (const ConfigNode* n = reader.table("capacity")) config.capacity = read_capacity_section(*n, origin, problems);
  if (const ConfigNode* n = reader.table("context")) config.context = read_context_section(*n, origin, problems);
  if (const ConfigNode* n = reader.table("natural_hazards"))
    config.hazards = read_natural_hazards_section(*n, origin, problems);
  const Need need_units = config.reg ? Need::optional : Need::required;
  if (const ConfigNode* n = reader.table("units", need_units)) read_units(*n, config, problems);
  if (const ConfigNode* n = reader.table("scenarios")) {
    config.scenarios = read_layer(*n, {.our_names = scenario_field_names(), .constants = true}, origin, problems);
  }
  if (const ConfigNode* n = reader.table("targets")) {
    config.targets = read_layer(*n, {.our_names = target_field_names(), .constants = true}, origin, problems);
  }
  config.proposals = read_proposals(reader.table("proposals"), origin, problems);
  read_plan(reader.table("plan"), config, problems);
  if (const ConfigNode* n = reader.table("population")) config.population = read_population(*n, origin, problems);
  if (const ConfigNode* n = reader.table("societal")) config.societal = read_societal_section(*n, problems);
  if (const ConfigNode* n = reader.table("model"))
    config.model = read_model(*n, config.model, problems, &config.generated_by);
  read_generator(reader.table("model"), config, problems);
  read_harm(reader.table("harm"), config, problems);
  read_criteria(reader.table("criteria"), config, problems);
  config.siting = siting_rules();
  if (const ConfigNode* n = reader.table("rules")) read_rules(*n, config, problems);
  reader.finish();
  return config;
}

ProjectConfig parse_project(const std::filesystem::path& path, const std::vector<std::string>& overrides) {
  Problems problems;
  ConfigOrigin origin = open_config(path, overrides, problems);
  ProjectConfig config = read_project(std::move(origin), problems);
  config.warnings = throw_or_warnings(problems);
  return config;
}

}  // namespace sise
