// Everything that is law, convention or literature rather than code: built into the program, or a user's own file.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/generate/event_trees.hpp"
#include "core/accidents/generate/frequency_pack.hpp"
#include "core/accidents/generate/generator_rules.hpp"
#include "core/criteria/class_scheme.hpp"
#include "core/criteria/rule_pack.hpp"
#include "core/criteria/screening.hpp"
#include "core/decision/domino.hpp"
#include "core/rating/major_hazard.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/packs/substances_pack.hpp"
#include "models/harm/damage_table.hpp"
#include "models/harm/harm_pack.hpp"
#include "models/release/release_duration.hpp"

namespace sise {

/// A pack is named by the id of a built-in one ("gb36894-2018"), or by a path ending in .toml, relative to `folder`.
/// All throw ConfigError: for an unknown id with the nearest right one, for a file with every problem in it.
[[nodiscard]] RulePack rule_pack(const std::string& name, const std::filesystem::path& folder = {});
[[nodiscard]] HarmPack harm_pack(const std::string& name, const std::filesystem::path& folder = {});
[[nodiscard]] DamageTable damage_table(const std::string& name, const std::filesystem::path& folder = {});
/// "domino-screening".
[[nodiscard]] DominoPack domino_pack(const std::string& name, const std::filesystem::path& folder = {});
/// "erg2024".
[[nodiscard]] ScreeningPack screening_pack(const std::string& name, const std::filesystem::path& folder = {});
/// Schemes: "individual-risk-baseline" (existing facilities), "individual-risk-baseline-new", "overpressure-baseline",
/// "four-colours", "zones", "verdict", "separation", "governing-rule"; and each but the last with the ending "-colour-blind".
[[nodiscard]] ClassScheme class_scheme(const std::string& name, const std::filesystem::path& folder = {});

/// How long a leak lasts: "aqt3046-2013-leak", "hj169-2018-leak".
[[nodiscard]] ReleaseDurationRule release_duration_rule(const std::string& name,
                                                        const std::filesystem::path& folder = {});

/// Major hazard installations: "gb18218-2018".
[[nodiscard]] MajorHazardPack major_hazard_pack(const std::string& name, const std::filesystem::path& folder = {});

/// How often parts fail: "bevi", "api581_2nd", "api581_3rd", "hj169", "hse_fred", "iogp_434_01", "mchs404"; with the packs that
/// answer for what it lacks.
[[nodiscard]] FrequencyPacks frequency_packs(const std::string& name, const std::filesystem::path& folder = {});
/// What follows a release: "purple_book", "order404", "rtn144".
[[nodiscard]] EventTrees event_trees(const std::string& name, const std::filesystem::path& folder = {});
/// Defaults and rules of the scenario generator: "generator".
[[nodiscard]] GeneratorRules generator_rules(const std::string& name, const std::filesystem::path& folder = {});

/// The ids of the built-in packs, sorted.
[[nodiscard]] std::vector<std::string> rule_pack_ids();
[[nodiscard]] std::vector<std::string> harm_pack_ids();
[[nodiscard]] std::vector<std::string> damage_table_ids();
[[nodiscard]] std::vector<std::string> class_scheme_ids();
[[nodiscard]] std::vector<std::string> release_duration_rule_ids();
[[nodiscard]] std::vector<std::string> major_hazard_pack_ids();
[[nodiscard]] std::vector<std::string> frequency_pack_ids();
[[nodiscard]] std::vector<std::string> event_trees_ids();

/// Whether a pack's name is a file of the user's.
[[nodiscard]] bool is_pack_file(std::string_view name);

}  // namespace sise
