// What the rating of a register stands on, as data: methods of points, direct rules, statistics of areas, the ledger.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/rating/register/area_grade.hpp"
#include "core/rating/register/direct_rules.hpp"
#include "core/rating/register/dust_work.hpp"
#include "core/rating/register/hidden_danger.hpp"
#include "core/rating/register/inspections.hpp"
#include "core/rating/register/live_alarm.hpp"
#include "core/rating/register/no19.hpp"
#include "core/rating/register/point_method.hpp"
#include "core/rating/register/rate_enterprise.hpp"
#include "core/rating/register/score_sheet.hpp"

namespace sise {

/// Named as in packs.hpp: the id of a built-in pack, or a .toml file of the user's relative to `folder`. All throw ConfigError.
/// A method that leaves a combination of its own factors without a grade is refused ("pack_with_hole").
[[nodiscard]] PointMethod point_method(const std::string& name, const std::filesystem::path& folder = {});
/// "dr_no19", "dr_js_catalogue", "dr_mh", "dr_db37".
[[nodiscard]] DirectRulePack direct_rule_pack(const std::string& name, const std::filesystem::path& folder = {});
/// "area-statistics".
[[nodiscard]] AreaRules area_rules(const std::string& name, const std::filesystem::path& folder = {});
/// What the formulas of "area-statistics" are made of: columns of a boundary set that a project may name ("E", "V", ...).
[[nodiscard]] const std::vector<std::string>& area_index_names();
/// "danger-ledger".
[[nodiscard]] LedgerRules ledger_rules(const std::string& name, const std::filesystem::path& folder = {});

/// "four_input", "five_input", "sz_standardisation".
[[nodiscard]] ScoreSheet score_sheet(const std::string& name, const std::filesystem::path& folder = {});
/// "counts_variant".
[[nodiscard]] CountsRule counts_rule(const std::string& name, const std::filesystem::path& folder = {});
/// "no19".
[[nodiscard]] No19Pack no19_pack(const std::string& name, const std::filesystem::path& folder = {});
/// "min_classic_2010", "max_shanxi_2025", "cap_longyan_2025".
[[nodiscard]] InspectionPack inspection_pack(const std::string& name, const std::filesystem::path& folder = {});
[[nodiscard]] std::vector<std::string> inspection_pack_ids();

/// "gbzt229_1".
[[nodiscard]] DustRules dust_rules(const std::string& name, const std::filesystem::path& folder = {});
/// "gb50493".
[[nodiscard]] LiveRules live_rules(const std::string& name, const std::filesystem::path& folder = {});

[[nodiscard]] std::vector<std::string> point_method_ids();
[[nodiscard]] std::vector<std::string> direct_rule_pack_ids();

}  // namespace sise
