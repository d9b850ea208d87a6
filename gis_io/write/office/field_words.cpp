#include "gis_io/write/office/field_words.hpp"

#include <map>

namespace sise {
namespace {

struct Words {
  Text text;
  bool number = false;
};

const std::map<std::string_view, Words>& dictionary() {
  static const std::map<std::string_view, Words> kWords{
      {"id", {{"number", "编号"}}},
      {"name", {{"name", "名称"}}},
      {"enterprise", {{"enterprise", "企业"}}},
      {"code", {{"class code", "分级代码"}}},
      {"class", {{"class", "分级"}}},
      {"colour", {{"colour", "颜色值"}}},
      {"label_zh", {{"label (Chinese)", "分级名称"}}},
      {"label_en", {{"label (English)", "分级名称(英文)"}}},
      {"area_m2", {{"area, m²", "面积 (m²)"}, true}},
      {"area_km2", {{"area, km²", "面积 (km²)"}, true}},
      {"people", {{"people", "人数"}, true}},
      {"people_day", {{"people by day", "白天人数"}, true}},
      {"people_night", {{"people at night", "夜间人数"}, true}},
      {"people_uncovered_share", {{"share without population data", "无人口数据的面积占比"}, true}},
      {"level_per_year", {{"individual risk above, per year", "个人风险大于 (每年)"}, true}},
      {"risk_per_year", {{"individual risk, per year", "个人风险 (每年)"}, true}},
      {"level", {{"level", "级别"}}},
      {"own_share", {{"share of the unit itself", "本单元占比"}, true}},
      {"main_contributor", {{"main contributor", "主要贡献单元"}}},
      {"main_share", {{"share of the main contributor", "主要贡献占比"}, true}},
      {"substance", {{"substance", "物质"}}},
      {"status", {{"existing or new", "现有/新建"}}},
      {"computed", {{"could be computed", "已计算"}}},
      {"missing", {{"what is missing", "缺少的资料"}}},
      {"warnings", {{"warnings", "警示"}}},
      {"confidence", {{"confidence", "可信度"}}},
      {"source", {{"source", "依据"}}},
      {"note", {{"note", "说明"}}},
      {"remarks", {{"remarks", "备注"}}},
      {"basis", {{"basis", "取值依据"}}},
      {"unit_id", {{"unit", "危险单元编号"}}},
      {"unit_ids", {{"units", "危险单元编号"}}},
      {"unit_name", {{"name of the unit", "危险单元名称"}}},
      {"target_id", {{"target", "防护目标编号"}}},
      {"target_name", {{"name of the target", "防护目标名称"}}},
      {"rule_id", {{"rule", "规则"}}},
      {"quantity", {{"quantity", "量"}}},
      {"limit", {{"limit", "限值"}, true}},
      {"value", {{"value", "值"}, true}},
      {"unit", {{"unit of measure", "计量单位"}}},
      {"required_m", {{"required, m", "要求距离 (m)"}, true}},
      {"actual_m", {{"actual, m", "实际距离 (m)"}, true}},
      {"shortfall_m", {{"too short by, m", "不足 (m)"}, true}},
      {"hazard_id", {{"unit of identification", "辨识单元"}}},
      {"substances", {{"substances", "物质"}}},
      {"s", {{"S = Σ q/Q", "S = Σ q/Q"}, true}},
      {"major_hazard", {{"major hazard", "构成重大危险源"}}},
      {"residents_500m", {{"residents within 500 m", "500 m 内常住人口"}, true}},
      {"alpha", {{"α", "α"}, true}},
      {"r", {{"R", "R"}, true}},
      {"r_low", {{"R, lowest", "R 下限"}, true}},
      {"r_high", {{"R, highest", "R 上限"}, true}},
      {"lists", {{"key-supervised lists", "重点监管名录"}}},
      {"leading_substance", {{"leading substance", "主导物质"}}},
      {"lower_below_t", {{"lower level below, t", "低于此量降级 (t)"}, true}},
      {"higher_from_t", {{"higher level from, t", "达到此量升级 (t)"}, true}},
      {"target_class", {{"class of protected target", "防护目标类别"}}},
      {"class_assumed", {{"class is assumed", "类别为推定"}}},
      {"height_m", {{"height, m", "高度 (m)"}, true}},
      {"kind", {{"kind", "类型"}}},
      {"verdict", {{"verdict (English)", "结论(英文)"}}},
      {"verdict_zh", {{"verdict", "结论"}}},
      {"if_confirmed", {{"verdict once the rules are confirmed", "规则确认后的结论"}}},
      {"governing_rule", {{"governing rule", "起决定作用的规则"}}},
      {"governing_unit", {{"governing unit", "起决定作用的单元"}}},
      {"reason_zh", {{"reason (Chinese)", "理由"}}},
      {"reason_en", {{"reason (English)", "理由(英文)"}}},
      {"endpoint", {{"endpoint", "终点"}}},
      {"certain", {{"for all winds in question", "各风向均达到"}}},
      {"max_distance_m", {{"farthest reach, m", "最远距离 (m)"}, true}},
      {"targets", {{"targets inside", "区内防护目标"}}},
      {"air_changes_per_hour", {{"air changes per hour", "换气次数 (次/h)"}, true}},
      {"set", {{"boundary set", "边界集"}}},
      {"area_id", {{"area", "分区编号"}}},
      {"area_name", {{"name of the area", "分区名称"}}},
      {"cells", {{"cells", "格数"}, true}},
      {"enterprises", {{"enterprises", "企业数"}, true}},
      {"red_km2", {{"red, km²", "红色面积 (km²)"}, true}},
      {"orange_km2", {{"orange, km²", "橙色面积 (km²)"}, true}},
      {"yellow_km2", {{"yellow, km²", "黄色面积 (km²)"}, true}},
      {"blue_km2", {{"blue, km²", "蓝色面积 (km²)"}, true}},
      {"no_answer_km2", {{"no answer, km²", "无法判定面积 (km²)"}, true}},
      {"red_people", {{"people in red", "红色区人数"}, true}},
      {"orange_people", {{"people in orange", "橙色区人数"}, true}},
      {"yellow_people", {{"people in yellow", "黄色区人数"}, true}},
      {"blue_people", {{"people in blue", "蓝色区人数"}, true}},
      {"no_answer_people", {{"people where there is no answer", "无法判定区人数"}, true}},
      {"red_enterprises", {{"enterprises, red", "红色企业数"}, true}},
      {"orange_enterprises", {{"enterprises, orange", "橙色企业数"}, true}},
      {"yellow_enterprises", {{"enterprises, yellow", "黄色企业数"}, true}},
      {"blue_enterprises", {{"enterprises, blue", "蓝色企业数"}, true}},
      {"no_answer_enterprises", {{"enterprises without an answer", "无法判定企业数"}, true}},
      {"worst", {{"worst colour in the area", "区内最差颜色"}}},
      {"major_hazards", {{"major hazards", "重大危险源数"}, true}},
      {"sector", {{"sector", "行业"}}},
      {"sector_zh", {{"sector (Chinese)", "行业名称"}}},
      {"sector_en", {{"sector (English)", "行业名称(英文)"}}},
      {"sector_basis", {{"how the sector is known", "行业归属依据"}}},
      {"units", {{"hazardous units", "危险单元数"}, true}},
      {"hazard_level", {{"severest major hazard, level", "最高重大危险源级别"}}},
      {"sector_stated", {{"sector as stated", "填报的行业"}}},
      {"group", {{"group", "图层组"}}},
  };
  return kWords;
}

}  // namespace

Text field_words(std::string_view name) {
  const auto found = dictionary().find(name);
  return found == dictionary().end() ? Text{std::string(name), std::string(name)} : found->second.text;
}

bool is_number_field(std::string_view name) {
  const auto found = dictionary().find(name);
  return found != dictionary().end() && found->second.number;
}

}  // namespace sise
