#include "core/criteria/target_class.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/criteria/value_names.hpp"

namespace sise {
namespace {

struct ClassNames {
  std::string_view id;
  std::string_view en;
  std::string_view zh;
  std::array<std::string_view, 5> short_forms;
};

// In the order of TargetClass.
constexpr std::array<ClassNames, 5> kClasses{
    {{"high_sensitivity", "high-sensitivity target", "高敏感防护目标", {"高敏感", "高敏感目标", "高敏", "", ""}},
     {"important", "important target", "重要防护目标", {"重要", "重要目标", "", "", ""}},
     {"general_1",
      "general target, class 1",
      "一般防护目标一类",
      {"一般一类", "一类", "一般1类", "一般防护目标中的一类", "一类防护目标"}},
     {"general_2",
      "general target, class 2",
      "一般防护目标二类",
      {"一般二类", "二类", "一般2类", "一般防护目标中的二类", "二类防护目标"}},
     {"general_3",
      "general target, class 3",
      "一般防护目标三类",
      {"一般三类", "三类", "一般3类", "一般防护目标中的三类", "三类防护目标"}}}};

bool matches(const ClassNames& names, std::string_view text) {
  if (names.id == text || names.zh == text) return true;
  return !text.empty() && std::ranges::find(names.short_forms, text) != names.short_forms.end();
}

}  // namespace

std::string_view name_of(TargetClass target_class) { return kClasses.at(static_cast<std::size_t>(target_class)).id; }

Text label_of(TargetClass target_class) {
  const ClassNames& names = kClasses.at(static_cast<std::size_t>(target_class));
  return {std::string(names.en), std::string(names.zh)};
}

std::optional<TargetClass> target_class_from(std::string_view name) {
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    if (matches(kClasses.at(i), name)) return static_cast<TargetClass>(i);
  }
  return std::nullopt;
}

std::vector<std::string> names_of(TargetClass target_class) {
  const ClassNames& known = kClasses.at(static_cast<std::size_t>(target_class));
  std::vector<std::string> names{std::string(known.id), std::string(known.zh)};
  for (const std::string_view form : known.short_forms) {
    if (!form.empty()) names.emplace_back(form);
  }
  return names;
}

std::vector<TargetClass> target_classes() {
  std::vector<TargetClass> classes;
  for (std::size_t i = 0; i < kClasses.size(); ++i) classes.push_back(static_cast<TargetClass>(i));
  return classes;
}

}  // namespace sise
