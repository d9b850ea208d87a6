#include "gis_io/read/tables/scenario_substances.hpp"

#include <utility>
#include <vector>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

Diagnostic fault(std::string code, Text message, const Location& where, Text remedy) {
  return {Diagnostic::Severity::error, std::move(code), where, std::move(message), std::move(remedy)};
}

}  // namespace

const Substance* scenario_substance(const std::string& written, const Unit& unit, const SubstanceTable& substances,
                                    const Location& where, GroupedProblems& problems) {
  const std::string& name = written.empty() ? unit.substance_text : written;
  if (name.empty()) {
    problems.add("none" + unit.id, fault("missing_substance",
                                         {"neither the scenario nor unit '" + unit.id + "' names a substance",
                                          "情景和单元 '" + unit.id + "' 都没有写明物质"},
                                         where, {"Fill in the substance that is released", "请填写泄漏的物质"}));
    return nullptr;
  }
  const Substance* substance = substances.find(name);
  if (substance != nullptr) return substance;
  const auto near = substances.suggest(name);
  problems.add("unknown" + name,
               fault("unknown_substance", {"unknown substance '" + name + "'", "未知的物质 '" + name + "'"}, where,
                     near.empty() ? Text{"`sise substances` lists what is known", "用 sise substances 查看已有物质"}
                                  : Text{"Did you mean " + listed(near) + "?", "是否指 " + listed(near) + "?"}));
  return nullptr;
}

std::string toxic_substance(const std::string& written, const Unit& unit, const SubstanceTable& substances,
                            ToxicBasis basis, const Location& where, GroupedProblems& problems) {
  const Substance* substance = scenario_substance(written, unit, substances, where, problems);
  if (substance == nullptr) return {};
  if (const auto missing = missing_toxic_properties(basis, *substance); !missing.empty()) {
    const std::string& name = written.empty() ? unit.substance_text : written;
    const std::string properties = listed(missing);
    problems.add(
        "probit" + substance->id,
        fault(
            "missing_property",
            {"no toxic probit is known of '" + name + "' (the harm pack needs " + properties + ")",
             "没有 '" + name + "' 的毒性概率函数参数(伤害准则包需要 " + properties + ")"},
            where,
            {"A toxic scenario of this substance cannot be computed; remove it, and its unit is listed as not computed",
             "无法计算该物质的中毒情景;请删除,该单元将列为未计算"}));
    return {};
  }
  return substance->id;
}

}  // namespace sise
