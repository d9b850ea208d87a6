#include "models/substances/property_groups.hpp"

#include <algorithm>

namespace sise {

const std::vector<PropertyGroup>& property_groups() {
  static const std::vector<PropertyGroup> kGroups{
      {"molar_mass", {"molar mass", "摩尔质量"}, {"molar_mass_"}},
      {"boiling_point", {"boiling point", "沸点"}, {"boiling_point_"}, true},
      {"melting_point", {"melting point", "熔点"}, {"melting_point_"}},
      {"critical_point",
       {"critical point and acentric factor", "临界参数与偏心因子"},
       {"critical_", "acentric_factor"},
       true},
      {"liquid_density", {"liquid density", "液体密度"}, {"liquid_density_"}},
      {"liquid_heat_capacity", {"liquid heat capacity", "液体热容"}, {"liquid_heat_capacity_"}, true},
      {"gas_heat_capacity", {"gas heat capacity at 298 K", "气体热容 (298 K)"}, {"gas_"}, true},
      {"heat_of_vaporization", {"heat of vaporization", "汽化热"}, {"heat_of_vaporization_"}, true},
      {"vapour_pressure", {"vapour pressure (Antoine)", "蒸气压 (安托因方程)"}, {"antoine_"}, true},
      {"flammable_limits", {"flammable limits", "爆炸极限"}, {"lfl_", "ufl_"}},
      {"heat_of_combustion", {"heat of combustion", "燃烧热"}, {"heat_of_combustion_"}},
      {"burning_rate",
       {"burning rate of a pool, and its flame where it is bright", "池火燃烧速率, 及明亮火焰的表面辐射强度"},
       {"burning_rate_", "pool_emissive_"},
       true},
      {"autoignition", {"autoignition temperature", "自燃温度"}, {"autoignition_"}},
      {"flash_point", {"flash point", "闪点"}, {"flash_point_"}},
      {"aegl", {"AEGL", "AEGL"}, {"aegl"}},
      {"erpg", {"ERPG", "ERPG"}, {"erpg"}},
      {"idlh", {"IDLH", "IDLH"}, {"idlh_"}},
      {"pac", {"PAC", "PAC"}, {"pac"}},
      {"hj169_endpoints", {"HJ 169 endpoints", "HJ 169 毒性终点浓度"}, {"hj169_endpoint"}},
      {"hj169_quantity", {"HJ 169 critical quantity", "HJ 169 临界量"}, {"hj169_critical_quantity_"}},
      {"gb18218", {"GB 18218 critical quantity and beta", "GB 18218 临界量与校正系数"}, {"gb18218_"}},
      {"probit_mg_m3",
       {"toxic probit (mg/m3, min)", "毒性概率函数 (mg/m3, min)"},
       {"probit_a", "probit_b", "probit_n"}},
      {"probit_ppm", {"toxic probit (ppm, min)", "毒性概率函数 (ppm, min)"}, {"probit_ppm_"}},
      {"hse_toxic_load", {"HSE dangerous toxic load", "HSE 危险毒性负荷"}, {"hse_"}},
      {"tnt_equivalence", {"TNT equivalence by mass", "TNT 当量 (按质量)"}, {"tnt_equivalence"}},
      {"dust", {"dust explosion constants", "粉尘爆炸参数"}, {"dust_"}}};
  return kGroups;
}

bool belongs_to(std::string_view property, const PropertyGroup& group) {
  return std::any_of(group.beginnings.begin(), group.beginnings.end(),
                     [property](std::string_view beginning) { return property.starts_with(beginning); });
}

namespace {

bool never_flows(const Substance& substance) {
  return substance.is("solid") && substance.find("boiling_point_K") == nullptr;
}

template <class Fits>
std::vector<const PropertyGroup*> without_values(const Substance& substance, Fits fits) {
  std::vector<const PropertyGroup*> groups;
  for (const PropertyGroup& group : property_groups()) {
    const bool known = std::any_of(substance.properties.begin(), substance.properties.end(),
                                   [&group](const auto& property) { return belongs_to(property.first, group); });
    if (!known && fits(group)) groups.push_back(&group);
  }
  return groups;
}

}  // namespace

std::vector<const PropertyGroup*> unknown_groups(const Substance& substance) {
  const bool solid = never_flows(substance);
  return without_values(substance, [solid](const PropertyGroup& group) { return !(solid && group.of_fluids); });
}

std::vector<const PropertyGroup*> needless_groups(const Substance& substance) {
  if (!never_flows(substance)) return {};
  return without_values(substance, [](const PropertyGroup& group) { return group.of_fluids; });
}

}  // namespace sise
