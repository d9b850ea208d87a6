#include "core/criteria/warning_text.hpp"

#include <array>

namespace sise {
namespace {

struct Words {
  std::string_view code;
  const char* en;
  const char* zh;
};

constexpr std::array<Words, 8> kWords{
    {{"heavy_gas_passive_model", "a cloud heavier than air was computed with a model of passive clouds",
      "重气云按被动扩散模型计算"},
     {"gas_density_unknown", "too little is known of the substance to tell whether its cloud is heavier than air",
      "物性不足,无法判断云团是否为重气"},
     {"horizontal_jet", "a jet fire along the ground was computed with a model of flares", "水平喷射火按火炬模型计算"},
     {"surrogate_property", "a property of the substance was taken from its stand-in", "部分物性取自替代物质"},
     {"recalled_property", "a property of the substance was not checked against a text", "部分物性未与文献核对"},
     {"outside_range_of_use", "the blast curve is used beyond its stated range", "超压曲线超出其规定的适用范围"},
     {"ideal_gas_shock", "the overpressure is beyond what a shock in an ideal gas can be taken for",
      "超压超出理想气体冲击波的适用范围"},
     {"incomplete_enterprise", "some units of the enterprise could not be computed", "企业有单元未能计算"}}};

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
