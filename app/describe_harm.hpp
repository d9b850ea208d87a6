// Harm packs and damage tables as `sise rules` prints them.
#pragma once
#include <string>

#include "models/base/text.hpp"
#include "models/harm/damage_table.hpp"
#include "models/harm/harm_pack.hpp"

namespace sise::app {

[[nodiscard]] std::string describe(const HarmPack& pack, Language language);
[[nodiscard]] std::string describe(const DamageTable& table, Language language);

}  // namespace sise::app
