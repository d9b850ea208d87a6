#include "gis_io/read/project/load_proposals.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "core/accidents/check_study.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/siting_packs.hpp"
#include "gis_io/read/project/proposal_event.hpp"
#include "gis_io/read/project/proposal_facts.hpp"
#include "gis_io/read/project/proposal_rows.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/tables/targets_table.hpp"
#include "gis_io/read/tables/units_table.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

using Kind = Proposal::Kind;

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

/// What every row is read with.
struct Readers {
  const LayerConfig& config;
  const Study& study;
  const Crs& crs;

  [[nodiscard]] std::vector<Target> targets(const FeatureTable& table, Problems& problems) const {
    return targets_from(table, for_targets(config), study.criteria.rules.occupancy, problems,
                        UnknownSize::strictest_class);
  }
  [[nodiscard]] std::vector<Unit> units(const FeatureTable& table, Problems& problems) const {
    return units_from(table, for_units(config), {crs, study.grid.bounds(), substances(), study.ambient.pressure_Pa},
                      problems);
  }
};

/// The table without its rows. In this layer `kind` says what is proposed; the kind of a unit has a column of its own.
FeatureTable header_of_part(const FeatureTable& table) {
  FeatureTable header = header_of(table);
  for (std::string& column : header.columns) {
    if (column == "kind") column = "proposal_kind";
    if (column == "unit_kind") column = "kind";
  }
  return header;
}

bool is_event(const std::string& written) { return normalised(written) == "event"; }

std::optional<Kind> kind_from(const std::string& written) {
  const std::string kind = normalised(written);
  if (kind == "development" || is_event(kind)) return Kind::development;
  if (kind == "unit") return Kind::unit;
  return std::nullopt;
}

/// Id and kind of one row; what is wrong with them goes to `problems`.
struct RowName {
  std::string id;
  std::optional<Kind> kind;
  bool event = false;
};

RowName name_of_row(const FeatureTable& one, const LayerConfig& config, Problems& problems) {
  const LayerConfig names = part_of(config, {"id", "kind"});
  FieldMap fields(one, names, {{"id", true}, {"kind", true}}, problems);
  const FeatureRow& row = one.rows.front();
  RowName name{fields.text(row, "id").value_or(""), {}};
  const auto written = fields.text(row, "kind");
  if (!written) return name;
  name.kind = kind_from(*written);
  name.event = is_event(*written);
  if (!name.kind) {
    problems.error("unknown_proposal",
                   {"unknown kind of proposal '" + *written + "'", "未知的建设项目类型 '" + *written + "'"},
                   fields.at(row, "kind"),
                   {"Allowed are development (a protected target), unit (a hazardous unit, its own kind as unit_kind) "
                    "and event (a "
                    "crowd for some hours a year)",
                    "可用的有 development(防护目标)、unit(危险单元,其类型写在 unit_kind)和 event(短时人群活动)"});
  }
  return name;
}

void read_row(const FeatureTable& table, const FeatureRow& row, const Readers& readers, Proposal& proposal,
              Problems& problems) {
  FeatureTable one = header_of(table);
  one.rows = {row};
  const RowName name = name_of_row(one, readers.config, problems);
  proposal.kind = name.kind.value_or(Kind::development);
  (proposal.kind == Kind::unit ? proposal.unit.id : proposal.target.id) = name.id.empty() ? label_of(row) : name.id;
  if (!name.kind || row.fault) return;
  FeatureTable part = header_of_part(table);
  part.rows = {row};
  if (proposal.kind == Kind::unit) {
    const std::vector<Unit> units = readers.units(part, problems);
    if (!units.empty()) proposal.unit = units.front();
    proposal.unit.is_new = true;
    if (auto unused = unused_day_share(readers.study, proposal.unit, part.at(row))) problems.add(std::move(*unused));
  } else if (name.event) {
    read_event(one, readers.config, proposal, problems);
  } else {
    const std::vector<Target> targets = readers.targets(part, problems);
    if (!targets.empty()) proposal.target = targets.front();
  }
}

/// Every row by itself: what is wrong with one of them keeps only that one from being decided.
Proposal proposal_of(const FeatureTable& table, const FeatureRow& row, const Readers& readers, Problems& remarks) {
  Proposal proposal;
  Problems problems;
  if (row.fault) problems.error(row.fault->code, row.fault->message, table.at(row), row.fault->remedy);
  read_row(table, row, readers, proposal, problems);
  take_problems(problems, proposal, remarks);
  return proposal;
}

bool of_unknown_kind(const Diagnostic& fault) { return fault.code == "unknown_proposal"; }

/// What is wrong with the layer as a whole: columns that are missing or ambiguous. False where a row makes no sense then.
bool check_columns(const FeatureTable& table, const Readers& readers, const std::vector<Proposal>& proposals,
                   Problems& problems) {
  const FeatureTable header = header_of(table);
  const LayerConfig own = part_of(readers.config, {"id", "kind"});
  const FieldMap names(header, own, {{"id", true}, {"kind", true}}, problems);
  if (problems.has_errors()) return false;
  const FeatureTable part = header_of_part(table);
  const auto any = [&](Kind kind) {
    return std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& p) {
      return p.kind == kind && !p.event && std::none_of(p.faults.begin(), p.faults.end(), of_unknown_kind);
    });
  };
  if (any(Kind::development)) (void)readers.targets(part, problems);
  if (any(Kind::unit)) (void)readers.units(part, problems);
  return !problems.has_errors();
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
  config.trusted.clear();
  return config;
}

LoadedProposals load_proposals(const LayerConfig& config, const Study& study, const SitingRules& siting) {
  LoadedProposals loaded;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs(study.grid.crs, config.where);
    const FeatureTable table = read_placed(config, crs, study, problems);
    const Readers readers{config, study, crs};
    for (const FeatureRow& row : table.rows) loaded.proposals.push_back(proposal_of(table, row, readers, problems));
    if (problems.has_errors() || !check_columns(table, readers, loaded.proposals, problems)) return;
    judge_facts(table, config, study, siting, loaded.proposals, problems);
    check_ids(table, study, loaded.proposals);
    refuse_if_none_is_sound(loaded.proposals, problems);
  });
  loaded.notes = reading.finish();
  return loaded;
}

LoadedProposals load_proposals(const LayerConfig& config, const Study& study) {
  return load_proposals(config, study, siting_rules());
}

}  // namespace sise
