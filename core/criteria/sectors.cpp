#include "core/criteria/sectors.hpp"

#include <algorithm>

namespace sise {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

template <class T, class U>
bool has(const std::vector<T>& list, const U& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

SectorOf sector_of(std::string_view stated, UnitKind kind, const SectorPack& pack) {
  const std::string_view word = trimmed(stated);
  for (const Sector& sector : pack.sectors) {
    if (!word.empty() && (sector.id == word || has(sector.words, word))) return {&sector, SectorBasis::stated};
  }
  if (!word.empty()) return {nullptr, SectorBasis::unknown_word};
  for (const Sector& sector : pack.sectors) {
    if (has(sector.kinds, kind)) return {&sector, SectorBasis::by_kind};
  }
  return {};
}

Text label_of(SectorBasis basis) {
  switch (basis) {
    case SectorBasis::stated:
      return {"stated", "已填报"};
    case SectorBasis::by_kind:
      return {"by the kind of unit", "按装置类别"};
    case SectorBasis::unknown_word:
      return {"stated, but none of the layers", "已填报, 不属任何图层"};
    case SectorBasis::not_stated:
      break;
  }
  return {"not stated", "未填报"};
}

}  // namespace sise
