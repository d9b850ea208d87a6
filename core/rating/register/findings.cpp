#include "core/rating/register/findings.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace sise {
namespace {

constexpr Weight kRemark = Weight::remark;
constexpr Weight kFlagged = Weight::flagged;
constexpr Weight kLeftOut = Weight::left_out;

const std::vector<FindingKind>& grade_kinds() {
  static const std::vector<FindingKind> kKinds{
      {"undeclared_code",
       kLeftOut,
       {"a code whose meaning nobody declared", "代码未声明字典, 含义不明"},
       {"Name the code dictionary of this column: the same code means different levels in different tables",
        "请为该列指定代码字典: 同一代码在不同表中含义不同"}},
      {"unknown_code",
       kLeftOut,
       {"the column's dictionary does not have this code", "该列的字典中没有此代码"},
       {"Correct the value, or declare the code in the dictionary", "请更正取值, 或在字典中补充该代码"}},
      {"factor_off_scale",
       kLeftOut,
       {"a factor is not on its scale: not rated", "因子取值不在量表中: 不予评级"},
       {"Use one of the listed values of the factor", "请采用量表列出的取值"}},
      {"factor_not_a_number",
       kLeftOut,
       {"a factor is not a number: not rated", "因子不是数字: 不予评级"},
       {"Write the factor as a number", "请以数字填写"}},
      {"missing_factor",
       kFlagged,
       {"a factor is missing: not rated", "缺少因子: 不予评级"},
       {"Fill in the factor; no value is put in its place", "请补填该因子; 不以默认值代替"}},
      {"no_grade",
       kFlagged,
       {"neither factors nor a level: not rated", "既无因子也无等级: 不予评级"},
       {"Assess the point", "请评估该风险点"}},
      {"stated_differs",
       kFlagged,
       {"the stated level is not the computed one", "所填等级与计算结果不一致"},
       {"Check the factors or the level; the computed one is used", "请核对因子或等级; 采用计算结果"}},
      {"current_above_inherent",
       kFlagged,
       {"the current grade is worse than the inherent one, which cannot be: the worse is shown",
        "现状等级高于固有等级, 不成立: 显示较高者"},
       {"Return both to the assessor", "请退回评估人重新评估"}},
      {"downgrade_too_far",
       kFlagged,
       {"the stated current grade lies more than one level below the inherent one: one level is allowed",
        "所填现状等级比固有等级低一级以上: 只按降一级采用"},
       {"Give the factors after measures, or the evidence for the downgrade", "请给出控制后的因子, 或降级依据"}},
      {"threshold_not_met",
       kFlagged,
       {"the catalogue's threshold is not reached although the code is given", "填报了目录代码, 但未达到目录的门槛"},
       {"Check the code or the number", "请核对代码或数值"}},
      {"unknown_risk_code",
       kFlagged,
       {"no code of the catalogue", "不是目录中的风险代码"},
       {"Check the risk code", "请核对风险代码"}},
      {"old_risk_code",
       kRemark,
       {"a code in its old form, read as the new one", "旧版风险代码, 已按新代码读取"},
       {"Use the new code from now on", "今后请使用新代码"}},
      {"review_overdue",
       kFlagged,
       {"the last assessment is more than a year old", "上次评估已超过一年"},
       {"Identify and assess again", "请重新辨识评估"}}};
  return kKinds;
}

const std::vector<FindingKind>& place_kinds() {
  static const std::vector<FindingKind> kKinds{
      {"missing_coordinates", kFlagged, {"no coordinates", "没有坐标"}, {"Measure the place", "请补测坐标"}},
      {"default_centre",
       kFlagged,
       {"a map's default centre, or one pair used by many firms at different addresses",
        "地图默认中心点, 或多家不同地址的企业共用的坐标"},
       {"Measure the place", "请补测坐标"}},
      {"swapped",
       kFlagged,
       {"longitude and latitude are swapped", "经纬度颠倒"},
       {"Exchange the two; until then the coordinates are not used", "请互换; 更正前不采用该坐标"}},
      {"slipped_decimal",
       kFlagged,
       {"the decimal point has slipped", "小数点错位"},
       {"Correct it; until then the coordinates are not used", "请更正; 更正前不采用该坐标"}},
      {"outside_box",
       kFlagged,
       {"outside the district", "位于辖区范围之外"},
       {"Correct the coordinates, or hand the record to the other district", "请更正坐标, 或移交属地"}},
      {"coarse",
       kFlagged,
       {"two decimals or fewer: half a kilometre off", "坐标仅两位小数以内, 误差约半公里"},
       {"Give at least five decimals", "请至少给出五位小数"}},
      {"at_town_centroid",
       kFlagged,
       {"the centre of a township, no place of its own", "坐标为镇街中心点, 并非自身位置"},
       {"Measure the place", "请补测坐标"}},
      {"outside_own_town",
       kFlagged,
       {"outside the township that the row names", "坐标不在所填镇街范围内"},
       {"Check the township and the coordinates", "请核对镇街与坐标"}},
      {"ring_cut",
       kFlagged,
       {"the ring of coordinates is cut off", "坐标范围被截断"},
       {"Export the ring in full (fields of 500 characters cut it)", "请完整导出坐标范围 (500 字符字段会截断)"}},
      {"unknown_town",
       kFlagged,
       {"no area of that code or name", "没有该代码或名称的区域"},
       {"Check the township's code or name", "请核对镇街代码或名称"}},
      {"not_placed",
       kFlagged,
       {"no place could be found: it counts for the district alone", "无法定位: 仅计入全区合计"},
       {"Give coordinates, a village or a township", "请给出坐标、村居或镇街"}},
      {"point_in_two_areas",
       kLeftOut,
       {"lies in two areas of a boundary set; the first counts", "位于同一边界集的两个区域内, 计入前者"},
       {"Mend the boundaries so that they do not overlap", "请修正边界, 消除重叠"}},
      {"in_no_area",
       kFlagged,
       {"inside the district but in no area of a boundary set", "在辖区内但不属于边界集的任何区域"},
       {"Close the gap between the boundaries", "请修补边界之间的缝隙"}}};
  return kKinds;
}

const std::vector<FindingKind>& record_kinds() {
  static const std::vector<FindingKind> kKinds{
      {"bad_check",
       kFlagged,
       {"the credit code's check digit is wrong", "统一社会信用代码校验位错误"},
       {"Correct the code; the row is kept", "请更正代码; 该行保留"}},
      {"bad_char",
       kFlagged,
       {"the credit code has a sign that is not allowed", "统一社会信用代码含有不允许的字符"},
       {"Correct the code (I, O, S, V, Z are not used); the row is kept",
        "请更正代码 (不使用 I、O、S、V、Z); 该行保留"}},
      {"bad_length",
       kFlagged,
       {"the credit code has not 18 signs", "统一社会信用代码不是 18 位"},
       {"Correct the code; the row is kept", "请更正代码; 该行保留"}},
      {"old_reg15",
       kFlagged,
       {"an old registration number of 15 digits", "旧的 15 位注册号"},
       {"Replace it by the credit code", "请换成统一社会信用代码"}},
      {"old_reg15_bad",
       kFlagged,
       {"an old registration number with a wrong check digit", "旧的 15 位注册号校验位错误"},
       {"Replace it by the credit code", "请换成统一社会信用代码"}},
      {"missing_code", kRemark, {"no credit code", "没有统一社会信用代码"}, {"Fill it in", "请补填"}},
      {"doubled_suffix",
       kFlagged,
       {"the name's ending is doubled", "名称后缀重复"},
       {"Correct the name", "请更正名称"}},
      {"placeholder_name",
       kFlagged,
       {"a placeholder instead of a name", "名称为占位文字"},
       {"Fill in the name", "请填写名称"}},
      {"renamed",
       kRemark,
       {"one code with another name than the registry's: taken for a former name", "同一代码名称不同: 视为曾用名"},
       {"Check whether the firm was renamed or taken over", "请核对是否更名或被收购"}},
      {"same_name_two_codes",
       kFlagged,
       {"one name with two valid codes: two firms", "同名但代码不同: 视为两家企业"},
       {"Ask which is right", "请核实"}},
      {"matched_by_name",
       kRemark,
       {"matched with the enterprise by its name", "按名称匹配到企业"},
       {"Add the credit code", "请补填统一社会信用代码"}},
      {"candidate",
       kFlagged,
       {"may be the enterprise named here; not merged", "可能与此处企业为同一家; 未合并"},
       {"Decide by hand", "请人工确认"}},
      {"no_enterprise", kFlagged, {"names no enterprise", "未写明企业"}, {"Fill in code or name", "请填写代码或名称"}},
      {"not_in_registry",
       kFlagged,
       {"the enterprise is not in the registry of enterprises", "企业不在企业名录中"},
       {"Add it to the registry", "请补录企业"}},
      {"shared_place",
       kRemark,
       {"shares its coordinates with other firms (plants within a plant)", "与其他企业坐标相同 (厂中厂)"},
       {"Name the landlord; firms are never merged on coordinates", "请填写出租方; 不按坐标合并企业"}},
      {"duplicate_id",
       kLeftOut,
       {"the id occurs more than once: each row is kept under an id of its own", "编号重复: 各行以不同编号保留"},
       {"Give every record an id of its own", "请为每条记录使用唯一编号"}},
      {"duplicate_row",
       kLeftOut,
       {"the same row again: counted once", "重复行: 只计一次"},
       {"Delete one of them", "请删除其一"}},
      {"withdrawn",
       kRemark,
       {"withdrawn, deregistered or deleted: not counted", "已撤回、销号或删除: 不计入"},
       {"", ""}},
      {"quarantine",
       kLeftOut,
       {"contradictory flags: set aside, not counted", "状态标识自相矛盾: 隔离, 不计入"},
       {"Decide whether the record is valid", "请确认该记录是否有效"}},
      {"blank_row", kRemark, {"a blank row", "空行"}, {"", ""}},
      {"bad_date", kLeftOut, {"no date", "不是日期"}, {"Write dates as 2026-03-10", "请以 2026-03-10 的形式填写"}},
      {"deadline_before_check",
       kLeftOut,
       {"the deadline precedes the check: it is left out of the rates", "整改期限早于检查日期: 不计入各项比率"},
       {"Correct one of the two dates", "请更正其中一个日期"}},
      {"unknown_state",
       kLeftOut,
       {"no state of the ledger", "不是台账中的状态"},
       {"Use a state of the ledger", "请使用台账规定的状态"}},
      {"reviewer_is_rectifier",
       kFlagged,
       {"who accepted also rectified", "验收人与整改人相同"},
       {"Let somebody else accept", "请由他人验收"}},
      {"closed_without_second_acceptance",
       kFlagged,
       {"a major danger closed without a second acceptance", "重大隐患未经二次验收即销号"},
       {"Hold the second acceptance", "请补做二次验收"}},
      {"no_such_point",
       kFlagged,
       {"names a risk point that the register does not have", "所写风险点不在清单中"},
       {"Check the point's id", "请核对风险点编号"}},
      {"not_a_number", kLeftOut, {"no number", "不是数字"}, {"Write a number", "请填写数字"}}};
  return kKinds;
}

}  // namespace

const FindingKind& finding_kind(std::string_view code) {
  for (const auto* kinds : {&grade_kinds(), &place_kinds(), &record_kinds()}) {
    const auto found = std::find_if(kinds->begin(), kinds->end(), [&](const FindingKind& k) { return k.code == code; });
    if (found != kinds->end()) return *found;
  }
  throw std::logic_error("finding_kind: no kind '" + std::string(code) + "'");
}

void add_finding(Findings& findings, std::string_view code, std::string field, std::string detail) {
  findings.push_back({&finding_kind(code), std::move(field), std::move(detail)});
}

bool has_finding(const Findings& findings, std::string_view code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.kind->code == code; });
}

Weight weight_of(const Findings& findings) {
  Weight heaviest = Weight::remark;
  for (const Finding& finding : findings) heaviest = std::max(heaviest, finding.kind->weight);
  return heaviest;
}

}  // namespace sise
