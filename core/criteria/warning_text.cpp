#include "core/criteria/warning_text.hpp"

#include <array>

namespace sise {
namespace {

struct Words {
  std::string_view code;
  const char* en;
  const char* zh;
};

constexpr std::array kWords{
    Words{"heavy_gas_passive_model", "a cloud heavier than air was computed with a model of passive clouds",
          "重气云按被动扩散模型计算"},
    Words{"gas_density_unknown", "too little is known of the substance to tell whether its cloud is heavier than air",
          "物性不足,无法判断云团是否为重气"},
    Words{"cloud_without_heat",
          "the dense cloud mixes as if it were as warm as the air: too little is known of the substance's heat",
          "物质热物性不足,重气云按与空气同温计算"},
    Words{
        "dense_gas_mixing",
        "how far the air's stability damps the mixing of dense clouds is not settled, and they were computed again as "
        "SLAB mixes",
        "大气稳定度对重质云团混合的抑制程度尚无定论,已按 SLAB 模型的混合方式另行计算"},
    Words{"release_speed_assumed",
          "the gas was taken to leave as slowly as the wind blows, the hole or pool not being known",
          "泄漏孔或液池未知,按气体以风速离开计算"},
    Words{"release_shape_assumed",
          "the gas that comes out at once was taken as a block on the ground twice as wide as high",
          "瞬时泄漏的气体按贴地、宽为高两倍的气团计算"},
    Words{"pool_unbounded", "no bund was given: the pool spreads until it is 5 mm deep, as on concrete",
          "未给出围堰,液池按混凝土地面扩展至 5 mm 厚"},
    Words{"release_followed_8h", "the release lasts longer than eight hours: what comes out later is not followed",
          "泄漏超过八小时,其后的泄漏量未计入"},
    Words{"pool_remains", "liquid is left in the pool two hours after the spill: what evaporates later is not counted",
          "泄漏结束两小时后液池仍有剩余,其后的蒸发未计入"},
    Words{"no_class_c", "the evaporation formula has no stability class C: D's constants were used",
          "蒸发公式没有 C 级稳定度,取 D 级常数"},
    Words{"calm_wind_raised", "a dense cloud was computed with a wind of 0.5 m/s, the weakest that its model knows",
          "重气云按模型的最小风速 0.5 m/s 计算"},
    Words{"lighter_than_air", "the gas is lighter than air and was computed with a model of heavy clouds",
          "气体轻于空气,却按重气云模型计算"},
    Words{"cloud_rises", "the cloud has become lighter than the air and rises: what lies beyond is not followed",
          "云团变得轻于空气而上升,其后不再计算"},
    Words{
        "cloud_goes_on",
        "the lowest level is still exceeded where the cloud is followed no farther, 100 km off and a dense one 200 km: "
        "its zone is larger than drawn",
        "在云团计算终点(100 km,重气云 200 km)处仍超过最低一级阈值:实际分区大于所绘"},
    Words{"dense_cloud_as_puffs",
          "the wind turns: the dense cloud is a row of puffs, each as wide and shallow as the cloud of a steady wind "
          "there; its "
          "edges are softer, and it is not followed against the wind",
          "风向或风速变化:重气云按烟团序列计算,各烟团取稳定风中同距离云团的宽度与厚度,边缘较平缓,逆风部分未计"},
    Words{"horizontal_jet", "a jet fire along the ground was computed with a model of flares",
          "水平喷射火按火炬模型计算"},
    Words{"jet_direction_unknown",
          "nobody says where its jets point: half of them were taken to lie along the ground with the wind, half to "
          "stand "
          "upright",
          "喷射方向未知,按一半沿地面顺风、一半竖直向上计算"},
    Words{"surrogate_property", "a property of the substance was taken from its stand-in", "部分物性取自替代物质"},
    Words{"stand_in_substance", "a stand-in is computed for goods that are no known substance",
          "所载货物不是已知物质, 按代表物质计算"},
    Words{"recalled_property", "a property of the substance was not checked against a text", "部分物性未与文献核对"},
    Words{"outside_range_of_use", "the blast curve is used beyond its stated range", "超压曲线超出其规定的适用范围"},
    Words{"ideal_gas_shock", "the overpressure is beyond what a shock in an ideal gas can be taken for",
          "超压超出理想气体冲击波的适用范围"},
    Words{"incomplete_enterprise", "some units of the enterprise could not be computed", "企业有单元未能计算"},
    Words{"outside_sigma_range", "the dispersion curves are used outside the 100 m to 10 km that they are stated for",
          "扩散参数曲线超出其 100 m 至 10 km 的适用距离"},
    Words{"calm_small_wind", "in calm air the cloud was computed with the small-wind form of GB/T 13201-91",
          "静风时按 GB/T 13201-91 小风公式计算"},
    Words{"interpolated_class", "the curves have no such stability class: the mean of its neighbours stands in",
          "曲线没有该稳定度等级,取相邻两级的平均"},
    Words{"two_phase_all_airborne", "all that leaves the vessel of liquefied gas was taken to stay in the air",
          "液化气体泄漏物按全部进入空气计算"},
    Words{"vapour_pressure_estimated", "the vapour pressure was estimated beyond its fitted range",
          "蒸气压超出拟合范围,为估算值"},
    Words{"volume_assumed", "the vessel's volume was not given and was assumed", "未给出容器容积,按假定取值"},
    Words{"head_assumed", "the liquid's head was not given and was assumed", "未给出液位高度,按假定取值"},
    Words{"saturation_assumed", "the liquid was taken to stand at its own vapour pressure", "按饱和液体计算"},
    Words{"mixing_height_assumed", "the mixing height was not given and was assumed", "未给出混合层高度,按假定取值"},
    Words{"above_critical", "above its critical point the substance was computed as an ideal gas",
          "超过临界点,按理想气体计算"},
    Words{"all_flashes", "all of the liquid flashes into vapour", "液体全部闪蒸为蒸气"},
    Words{"gas_not_ideal", "the gas is far from an ideal one at this pressure", "该压力下气体明显偏离理想气体"},
    Words{"liquid_flashes", "the liquid boils outside: what leaves is an upper limit", "液体流出后闪蒸:泄漏量为上限"},
    Words{"expansion_condenses", "the gas cools below its dew point as it expands: droplets are not counted",
          "气体膨胀降温至露点以下:未计液滴"},
    Words{"emissive_power_not_observed", "the flame's emissive power is beyond what was observed",
          "火焰表面热辐射功率超出观测范围"},
    Words{"flame_below_curves", "the flame is slower than the lowest curve of the chart",
          "火焰速度低于曲线图的最低一条"},
    Words{"averaging_time_long", "flammability at the lower limit was averaged over more than 18.75 s",
          "爆炸下限按超过 18.75 s 的平均浓度判定"},
    Words{"averaging_time_short", "half the lower flammable limit was used with less than 600 s: on the safe side",
          "以不足 600 s 的平均浓度对比爆炸下限的一半:偏安全"},
    Words{"liquid_density_not_corrected", "the liquid's density was not corrected for temperature",
          "液体密度未作温度修正"},
    Words{"below_superheat_limit", "the liquid is too cold to boil as an explosion", "液体温度过低,不会发生沸腾爆炸"},
    Words{"cut_by_frame", "a zone reaches beyond the frame of the grid: its area, distance and people are least values",
          "分区超出网格范围:其面积、距离与人数均为下限"},
    Words{"population_partly_unknown",
          "the population's source says nothing about a part of the ground: numbers of people are least values",
          "人口数据未覆盖部分地面:人数为下限"},
    Words{"zone_smaller_than_cell", "the zones of some units are smaller than a cell", "部分单元的分区小于一个网格"}};

}  // namespace

Text warning_text(std::string_view code) {
  for (const Words& words : kWords) {
    if (words.code == code) return {words.en, words.zh};
  }
  return {std::string(code), std::string(code)};
}

Text warning_texts(const std::vector<std::string>& codes) {
  Text all;
  for (const std::string& code : codes) {
    const Text words = warning_text(code);
    all.en += (all.en.empty() ? "" : "; ") + words.en + " [" + code + "]";
    all.zh += (all.zh.empty() ? "" : ";") + words.zh + "〔" + code + "〕";
  }
  return all;
}

}  // namespace sise
