// What is built in, as JSON for machines: both languages, every number with source and confidence.
#pragma once
#include <string>
#include <vector>

#include "gis_io/read/packs/packs.hpp"

namespace sise {

/// An array of substances.
[[nodiscard]] std::string substances_json(const std::vector<const Substance*>& substances);
[[nodiscard]] std::string substance_json(const Substance& substance);

/// One pack, or with `only` just these rules of it.
[[nodiscard]] std::string rule_pack_json(const RulePack& pack, const std::vector<std::string>& only = {});
[[nodiscard]] std::string harm_pack_json(const HarmPack& pack);
[[nodiscard]] std::string damage_table_json(const DamageTable& table);
[[nodiscard]] std::string release_duration_json(const ReleaseDurationRule& rule);
[[nodiscard]] std::string class_scheme_json(const ClassScheme& scheme);
/// {"rule_packs": [ids], "harm_packs": [ids], "damage_tables": [ids], "leak_durations": [ids], "class_schemes": [ids],
/// "rules": [rule ids]}.
[[nodiscard]] std::string built_in_json();

}  // namespace sise
