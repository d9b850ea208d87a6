#include "gis_io/read/project/proposal_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/placement.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {

FeatureTable header_of(const FeatureTable& table) {
  FeatureTable header;
  header.where = table.where;
  header.columns = table.columns;
  header.crs = table.crs;
  header.has_geometry = table.has_geometry;
  header.id_column = table.id_column;
  return header;
}

LayerConfig part_of(LayerConfig config, const std::vector<std::string>& names) {
  const auto foreign = [&](const auto& entry) {
    return std::find(names.begin(), names.end(), entry.first) == names.end();
  };
  std::erase_if(config.fields, foreign);
  std::erase_if(config.constants, foreign);
  return config;
}

void take_problems(const Problems& problems, Proposal& proposal, Problems& remarks) {
  for (const Diagnostic& d : problems.all()) {
    if (d.severity == Diagnostic::Severity::error) {
      if (std::find(proposal.faults.begin(), proposal.faults.end(), d) == proposal.faults.end())
        proposal.faults.push_back(d);
    } else {
      remarks.add(d);
    }
  }
}

std::string label_of(const FeatureRow& row) { return row.line > 0 ? "line " + std::to_string(row.line) : row.label; }

void check_ids(const FeatureTable& table, const Study& study, std::vector<Proposal>& proposals) {
  std::map<std::string, std::vector<std::size_t>> by_id;
  for (std::size_t i = 0; i < proposals.size(); ++i) by_id[normalised(proposals[i].id())].push_back(i);
  for (const auto& [id, rows] : by_id) {
    if (rows.size() < 2) continue;
    for (const std::size_t i : rows) {
      proposals[i].faults.push_back({Diagnostic::Severity::error,
                                     "duplicate_id",
                                     table.at(table.rows[i]),
                                     {fmt::format("'{}' occurs {} times", proposals[i].id(), rows.size()),
                                      fmt::format("'{}' 重复出现 {} 次", proposals[i].id(), rows.size())},
                                     {"Give every proposal an id of its own", "请为每个建设项目使用不同的 id"}});
    }
  }
  std::set<std::string> known;
  for (const Unit& unit : study.units) known.insert(unit.id);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    if (proposals[i].kind != Proposal::Kind::unit || !known.contains(proposals[i].id())) continue;
    proposals[i].faults.push_back(
        {Diagnostic::Severity::error,
         "duplicate_id",
         table.at(table.rows[i]),
         {"the study has a unit '" + proposals[i].id() + "' already", "研究中已有单元 '" + proposals[i].id() + "'"},
         {"Give the proposal an id of its own", "请为建设项目使用不同的 id"}});
  }
}

namespace {

/// The whole layer at once; where that fails, row by row, so that one row's fault is its own.
void place_sound(FeatureTable& sound, const LayerConfig& config, const Crs& crs, const Study& study,
                 Problems& problems) {
  FeatureTable whole = sound;
  Problems of_whole;
  place_features(whole, config, crs, study.grid.bounds(), of_whole);
  std::size_t faulty = 0;
  for (FeatureRow& row : sound.rows) {
    if (!of_whole.has_errors()) break;
    FeatureTable one = header_of(sound);
    one.rows = {row};
    Problems of_row;
    place_features(one, config, crs, study.grid.bounds(), of_row);
    const auto wrong = std::find_if(of_row.all().begin(), of_row.all().end(),
                                    [](const Diagnostic& d) { return d.severity == Diagnostic::Severity::error; });
    if (wrong == of_row.all().end()) {
      row = std::move(one.rows.front());
    } else {
      row.fault = GeometryFault{wrong->code, wrong->message, wrong->remedy};
      ++faulty;
    }
  }
  const bool all_wrong = of_whole.has_errors() && faulty == sound.rows.size();
  for (const Diagnostic& d : of_whole.all()) {
    if (all_wrong || d.severity != Diagnostic::Severity::error) problems.add(d);
  }
  if (!of_whole.has_errors()) sound = std::move(whole);
}

}  // namespace

FeatureTable read_placed(const LayerConfig& config, const Crs& crs, const Study& study, Problems& problems) {
  FeatureTable table = read_table(config, problems);
  if (table.rows.empty()) {
    problems.error("empty_layer", {"the layer has no features", "图层没有要素"}, table.where,
                   {"Check that it is the right layer", "请核对是否为所需的图层"});
    return table;
  }
  FeatureTable sound = header_of(table);
  for (const FeatureRow& row : table.rows) {
    if (!row.fault) sound.rows.push_back(row);
  }
  if (sound.rows.empty()) return table;
  place_sound(sound, config, crs, study, problems);
  std::size_t next = 0;
  for (FeatureRow& row : table.rows) {
    if (!row.fault) row = std::move(sound.rows[next++]);
  }
  return table;
}

void refuse_if_none_is_sound(const std::vector<Proposal>& proposals, Problems& problems) {
  const bool any = std::any_of(proposals.begin(), proposals.end(), [](const Proposal& p) { return p.faults.empty(); });
  if (any) return;
  for (const Proposal& proposal : proposals) {
    for (const Diagnostic& fault : proposal.faults) problems.add(fault);
  }
}

}  // namespace sise
