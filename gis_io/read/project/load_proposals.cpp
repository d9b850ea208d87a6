#include "gis_io/read/project/load_proposals.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/field_names.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/tables/targets_table.hpp"
#include "gis_io/read/tables/unique_ids.hpp"
#include "gis_io/read/tables/units_table.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

using Kind = Proposal::Kind;

/// The mapping of one kind of reader: names that belong to another are no mistake.
LayerConfig part_of(LayerConfig config, const std::vector<std::string>& names) {
  const auto foreign = [&](const auto& entry) {
    return std::find(names.begin(), names.end(), entry.first) == names.end();
  };
  std::erase_if(config.fields, foreign);
  std::erase_if(config.constants, foreign);
  return config;
}

LayerConfig for_targets(const LayerConfig& config) { return part_of(config, target_field_names()); }

/// Here `kind` says what is proposed; the kind of a unit is unit_kind.
LayerConfig for_units(LayerConfig config) {
  for (auto* map : {&config.fields, &config.constants}) {
    map->erase("kind");
    if (auto node = map->extract("unit_kind")) {
      node.key() = "kind";
      map->insert(std::move(node));
    }
  }
  return part_of(std::move(config), unit_field_names());
}

/// Of each row; nullopt, and a problem, for anything else.
std::vector<std::optional<Kind>> kinds_of(const FeatureTable& table, const LayerConfig& config, Problems& problems) {
  FieldMap fields(table, part_of(config, {"id", "kind"}), {{"id", true}, {"kind", true}}, problems);
  UniqueIds ids;
  std::vector<std::optional<Kind>> kinds;
  for (const FeatureRow& row : table.rows) {
    const auto id = fields.text(row, "id");
    if (id) ids.add(*id, fields.at(row, "id"), problems);
    const auto written = fields.text(row, "kind");
    const std::string kind = written ? normalised(*written) : std::string();
    kinds.push_back(kind == "development" ? std::optional(Kind::development)
                                          : (kind == "unit" ? std::optional(Kind::unit) : std::nullopt));
    if (kinds.back() || !written) continue;
    problems.error(
        "unknown_proposal", {"unknown kind of proposal '" + kind + "'", "未知的建设项目类型 '" + kind + "'"},
        fields.at(row, "kind"),
        {"Allowed are development (a protected target) and unit (a hazardous unit, its own kind as unit_kind)",
         "可用的有 development(防护目标)和 unit(危险单元,其类型写在 unit_kind)"});
  }
  return kinds;
}

FeatureTable rows_of(const FeatureTable& table, const std::vector<std::optional<Kind>>& kinds, Kind wanted) {
  FeatureTable part = table;
  part.rows.clear();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (kinds[i] == wanted) part.rows.push_back(table.rows[i]);
  }
  for (std::string& column : part.columns) {
    if (column == "kind") column = "proposal_kind";
    if (column == "unit_kind") column = "kind";
  }
  return part;
}

void check_new_to_study(const Proposal& proposal, const Study& study, const Location& where, Problems& problems) {
  const bool known =
      std::any_of(study.units.begin(), study.units.end(), [&](const Unit& u) { return u.id == proposal.id(); });
  if (!known || proposal.kind != Kind::unit) return;
  problems.error("duplicate_id",
                 {"the study has a unit '" + proposal.id() + "' already", "研究中已有单元 '" + proposal.id() + "'"},
                 where, {"Give the proposal an id of its own", "请为建设项目使用不同的 id"});
}

/// Puts developments and units back into the order of the layer.
std::vector<Proposal> in_order(const std::vector<std::optional<Kind>>& kinds, const std::vector<Target>& targets,
                               const std::vector<Unit>& units) {
  std::vector<Proposal> proposals;
  std::size_t target = 0;
  std::size_t unit = 0;
  for (const std::optional<Kind>& kind : kinds) {
    Proposal p;
    p.kind = kind.value_or(Kind::development);
    if (kind == Kind::development && target < targets.size()) p.target = targets[target++];
    if (kind == Kind::unit && unit < units.size()) {
      p.unit = units[unit++];
      p.unit.is_new = true;
    }
    proposals.push_back(std::move(p));
  }
  return proposals;
}

}  // namespace

LayerConfig proposals_layer(const std::string& file_and_layer, LayerConfig config) {
  config.our_names = proposal_field_names();
  if (config.where.field.empty()) config.where.field = "proposals";
  config.source_text = file_and_layer;
  const std::size_t colon = file_and_layer.rfind(':');
  const bool split = colon != std::string::npos && colon > 0 && !file_exists(located_source(file_and_layer, {})) &&
                     !is_connection(file_and_layer);
  if (split) {
    config.source_text = file_and_layer.substr(0, colon);
    config.layer = file_and_layer.substr(colon + 1);
  }
  config.source = located_source(config.source_text, {});
  config.may_connect = false;
  return config;
}

LoadedProposals load_proposals(const LayerConfig& config, const Study& study) {
  LoadedProposals loaded;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs(study.grid.crs, config.where);
    const FeatureTable table = read_layer(config, crs, study.grid.bounds(), problems);
    const auto kinds = kinds_of(table, config, problems);
    const FeatureTable developments = rows_of(table, kinds, Kind::development);
    const FeatureTable plants = rows_of(table, kinds, Kind::unit);
    std::vector<Target> targets;
    if (!developments.rows.empty())
      targets = targets_from(developments, for_targets(config), study.criteria.rules.occupancy, problems);
    std::vector<Unit> units;
    if (!plants.rows.empty()) {
      units = units_from(plants, for_units(config), {crs, study.grid.bounds(), substances(), study.ambient.pressure_Pa},
                         problems);
    }
    loaded.proposals = in_order(kinds, targets, units);
    for (std::size_t i = 0; i < loaded.proposals.size(); ++i) {
      check_new_to_study(loaded.proposals[i], study, table.at(table.rows[i]), problems);
    }
  });
  loaded.notes = reading.finish();
  return loaded;
}

}  // namespace sise
