#include "core/accidents/generate/record.hpp"

#include <algorithm>

namespace sise {
namespace {

void add_once(std::vector<GeneratorRemark>& list, GeneratorRemark remark) {
  if (std::find(list.begin(), list.end(), remark) == list.end()) list.push_back(std::move(remark));
}

}  // namespace

double UnitRecord::assume(std::string_view id) const {
  GeneratorDefault used = context_.rules.find(id);
  if (context_.instead && context_.instead->id == id) used = *context_.instead;
  const bool noted = std::any_of(trace_.defaults.begin(), trace_.defaults.end(),
                                 [id](const UsedDefault& one) { return one.id == id; });
  if (!noted) {
    trace_.defaults.push_back({used.id, used.value, used.low, used.high, used.text, used.source, used.confidence});
  }
  return used.value;
}

void UnitRecord::remark(const char* code, const Text& text) const { add_once(trace_.remarks, {code, text}); }

void UnitRecord::lack(const char* code, const Text& text, const Text& remedy) const {
  add_once(trace_.lacks, {code, text, remedy});
}

bool UnitRecord::contained_as(std::string_view word) const {
  return unit_.details.containment.find(word) != std::string::npos;
}

}  // namespace sise
