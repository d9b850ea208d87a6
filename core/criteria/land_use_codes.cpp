#include "core/criteria/land_use_codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "models/base/nearest.hpp"

namespace sise {
namespace {

using Schemes = std::vector<const LandUseScheme*>;

constexpr double kProvenShare = 0.99;
constexpr std::size_t kLongestNumber = 6;  // digits of the finest code of land and sea use

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_with_letter(const std::string& code) { return !code.empty() && code.front() >= 'A' && code.front() <= 'Z'; }

bool all_digits(const std::string& code) { return !code.empty() && std::all_of(code.begin(), code.end(), is_digit); }

const LandUseScheme* letters_of(const LandUseTable& table) {
  const auto found =
      std::find_if(table.schemes.begin(), table.schemes.end(), [](const auto& s) { return s.letters(); });
  return found == table.schemes.end() ? nullptr : &*found;
}

/// Spreadsheets drop the zero before a number: it is put back only where the name agrees.
const LandUseCode* with_lost_zero(const LandUseScheme& scheme, const std::string& code, const std::string& name) {
  if (!all_digits(code) || name.empty()) return nullptr;
  const LandUseCode* found = scheme.find("0" + code);
  return found != nullptr && same_land_name(found->name, name) ? found : nullptr;
}

/// The code, or the longest known one that it begins with and that is followed by something of the plan's own.
LandUsePart find_part(const LandUseScheme& scheme, const std::string& code, const std::string& name) {
  if (const LandUseCode* found = scheme.find(code)) return {&scheme, found, {}};
  if (const LandUseCode* found = with_lost_zero(scheme, code, name)) return {&scheme, found, {}};
  for (std::size_t length = code.size(); length-- > 1;) {
    // A longer number is another code; a letter behind a code, or a digit behind a lettered one, refines it.
    if (is_digit(code[length]) && (!begins_with_letter(code) || length == 1)) return {};
    if (const LandUseCode* found = scheme.find(code.substr(0, length))) return {&scheme, found, code.substr(length)};
  }
  return {};
}

bool names_columns(const LandUseScheme& scheme, const std::string& column) {
  const std::string wanted = folded_name(column);
  return std::any_of(scheme.columns.begin(), scheme.columns.end(),
                     [&](const std::string& own) { return folded_name(own) == wanted; });
}

std::vector<WrittenUse> of_digits(const std::vector<WrittenUse>& uses) {
  std::vector<WrittenUse> numbers;
  for (const WrittenUse& use : uses) {
    for (const std::string& part : code_parts(use.code)) {
      if (!begins_with_letter(part)) numbers.push_back({part, use.name});
    }
  }
  return numbers;
}

Text titles_of(const Schemes& schemes) {
  Text text;
  for (const LandUseScheme* scheme : schemes) {
    text.en += (text.en.empty() ? "" : "; ") + scheme->title.en;
    text.zh += (text.zh.empty() ? "" : ";") + scheme->title.zh;
  }
  return text;
}

template <class Keep>
void narrow(Schemes& schemes, const Keep& keep) {
  Schemes kept;
  std::copy_if(schemes.begin(), schemes.end(), std::back_inserter(kept), keep);
  if (!kept.empty()) schemes = std::move(kept);
}

/// Pairs of code and name that a scheme prints, of those whose code any scheme knows.
struct Pairs {
  std::size_t own = 0;
  std::size_t all = 0;
};

Pairs pairs_in(const LandUseScheme& scheme, const std::vector<WrittenUse>& numbers, const Schemes& all) {
  Pairs pairs;
  for (const WrittenUse& use : numbers) {
    const auto knows = [&](const LandUseScheme* s) { return find_part(*s, use.code, use.name).code != nullptr; };
    if (use.name.empty() || !std::any_of(all.begin(), all.end(), knows)) continue;
    ++pairs.all;
    const LandUsePart part = find_part(scheme, use.code, use.name);
    if (part.code != nullptr && same_land_name(part.code->name, use.name)) ++pairs.own;
  }
  return pairs;
}

Schemes proven_by_pairs(const Schemes& schemes, const std::vector<WrittenUse>& numbers, std::size_t& count) {
  Schemes proven;
  for (const LandUseScheme* scheme : schemes) {
    const Pairs pairs = pairs_in(*scheme, numbers, schemes);
    count = std::max(count, pairs.all);
    if (pairs.all > 0 && static_cast<double>(pairs.own) >= kProvenShare * static_cast<double>(pairs.all))
      proven.push_back(scheme);
  }
  return proven;
}

/// Codes that only some schemes have leave out the others.
void narrow_by_codes(Schemes& schemes, const std::vector<WrittenUse>& numbers) {
  const Schemes all = schemes;
  for (const WrittenUse& use : numbers) {
    const auto knows = [&](const LandUseScheme* s) { return s->find(use.code) != nullptr; };
    const bool six = all_digits(use.code) && use.code.size() == kLongestNumber;
    if (six || std::any_of(all.begin(), all.end(), knows)) narrow(schemes, knows);
  }
}

LandUseFault unknown(const WrittenUse& use, const std::string& part, const std::vector<std::string>& nearest) {
  std::string list;
  for (const std::string& code : nearest) list += (list.empty() ? "" : ", ") + code;
  return {"unknown_land_use",
          {"the land-use code '" + part + "' is not known" + (use.name.empty() ? "" : " (" + use.name + ")"),
           "用地代码“" + part + "”未识别" + (use.name.empty() ? "" : "(" + use.name + ")")},
          list.empty() ? Text{"Check the code, or state the use", "请核对代码,或填写用途"}
                       : Text{"Nearest known codes: " + list, "相近的代码:" + list}};
}

std::vector<std::string> nearest_codes(const Schemes& schemes, const std::string& part) {
  std::vector<std::string> names;
  for (const LandUseScheme* scheme : schemes) {
    for (const LandUseCode& code : scheme->codes) {
      if (std::find(names.begin(), names.end(), code.code) == names.end()) names.push_back(code.code);
    }
  }
  return nearest_names(part, names, 3);
}

LandUseFault ambiguous(const std::string& part, const std::vector<LandUsePart>& meanings) {
  Text list;
  for (const LandUsePart& meaning : meanings) {
    list.en += (list.en.empty() ? "" : "; ") + meaning.code->name + " (" + meaning.scheme->title.en + ")";
    list.zh += (list.zh.empty() ? "" : ";") + meaning.code->name + "(" + meaning.scheme->title.zh + ")";
  }
  return {"ambiguous_code_scheme",
          {"the code '" + part + "' means different things: " + list.en, "代码“" + part + "”含义不一:" + list.zh},
          {"Say which scheme the plan uses ([plan] scheme, or --scheme), or give the names beside the codes",
           "请指明规划所用分类 ([plan] scheme 或 --scheme), 或在代码旁给出名称"}};
}

/// The same code is another scheme's, with the very name that stands beside it.
std::optional<LandUseFault> contradiction(const LandUseTable& table, const LandUsePart& found, const WrittenUse& use) {
  if (use.name.empty() || same_land_name(found.code->name, use.name)) return std::nullopt;
  for (const LandUseScheme& other : table.schemes) {
    const LandUseCode* code = other.find(found.code->code);
    if (code == nullptr || !same_land_name(code->name, use.name) || code->same_answer(*found.code)) continue;
    return LandUseFault{"code_contradicts_name",
                        {fmt::format("{} is '{}' in {}, but '{}' stands beside it, as in {}", found.code->code,
                                     found.code->name, found.scheme->title.en, use.name, other.title.en),
                         fmt::format("{} 在{}中为“{}”,但旁注为“{}”,与{}一致", found.code->code, found.scheme->title.zh,
                                     found.code->name, use.name, other.title.zh)},
                        {"Check which scheme this parcel's code belongs to", "请核对该地块代码所属分类"}};
  }
  return std::nullopt;
}

LandUseFound understand_part(const LandUseTable& table, const Schemes& schemes, const std::string& part,
                             const WrittenUse& use) {
  LandUseFound found;
  std::vector<LandUsePart> meanings;
  for (const LandUseScheme* scheme : schemes) {
    const LandUsePart meaning = find_part(*scheme, part, use.name);
    if (meaning.code != nullptr) meanings.push_back(meaning);
  }
  if (meanings.empty()) {
    found.nearest = nearest_codes(schemes, part);
    found.fault = unknown(use, part, found.nearest);
    return found;
  }
  // A name beside the code settles which of several it is.
  const auto named = [&](const LandUsePart& m) { return !use.name.empty() && same_land_name(m.code->name, use.name); };
  std::vector<LandUsePart> by_name;
  std::copy_if(meanings.begin(), meanings.end(), std::back_inserter(by_name), named);
  if (!by_name.empty()) meanings = by_name;
  const LandUsePart first = meanings.front();
  const auto differs = [&](const LandUsePart& m) {
    return !m.code->same_answer(*first.code) || !same_land_name(m.code->name, first.code->name);
  };
  if (std::any_of(meanings.begin(), meanings.end(), differs)) {
    found.fault = ambiguous(part, meanings);
    return found;
  }
  found.fault = contradiction(table, first, use);
  if (!found.fault) found.parts.push_back(first);
  return found;
}

/// A name alone: of the proven schemes, else of all when they agree; then the words that plans use.
LandUseFound understand_name(const LandUseTable& table, const SchemeProof& proof, const std::string& name) {
  LandUseFound found;
  std::vector<LandUsePart> meanings;
  const auto add = [&](const LandUseScheme& scheme) {
    if (const LandUseCode* code = scheme.find_name(name)) meanings.push_back({&scheme, code, {}});
  };
  for (const LandUseScheme* scheme : proof.candidates) add(*scheme);
  if (meanings.empty()) {
    for (const LandUseScheme& scheme : table.schemes) add(scheme);
  }
  const auto differs = [&](const LandUsePart& m) { return !m.code->same_answer(*meanings.front().code); };
  if (!meanings.empty() && std::none_of(meanings.begin(), meanings.end(), differs)) {
    found.parts = {meanings.front()};
    return found;
  }
  const auto word =
      std::find_if(table.words.begin(), table.words.end(), [&](const LandUseWord& w) { return w.word == name; });
  if (word != table.words.end()) return understand(table, proof, {word->code, {}});
  if (!meanings.empty()) {
    found.fault = ambiguous(name, meanings);
    return found;
  }
  std::vector<std::string> names;
  for (const LandUseScheme& scheme : table.schemes) {
    for (const LandUseCode& code : scheme.codes) names.push_back(code.name);
  }
  found.nearest = nearest_names(name, names, 3);
  found.fault = unknown({}, name, found.nearest);
  return found;
}

}  // namespace

SchemeProof prove_scheme(const LandUseTable& table, const std::vector<WrittenUse>& uses, const LandUseScheme* declared,
                         const std::string& column) {
  if (declared != nullptr) {
    return {{declared}, true, {"declared: " + declared->title.en, "已指明:" + declared->title.zh}};
  }
  SchemeProof proof;
  for (const LandUseScheme& scheme : table.schemes) {
    if (!scheme.letters()) proof.candidates.push_back(&scheme);
  }
  const std::vector<WrittenUse> numbers = of_digits(uses);
  if (numbers.empty()) {
    proof.how = {"codes begin with a letter: GB 50137-2011", "代码以字母开头:GB 50137-2011"};
    return proof;
  }
  narrow(proof.candidates, [&](const LandUseScheme* s) { return names_columns(*s, column); });
  std::size_t pairs = 0;
  const Schemes proven = proven_by_pairs(proof.candidates, numbers, pairs);
  if (!proven.empty()) proof.candidates = proven;
  if (proven.empty() && pairs == 0) narrow_by_codes(proof.candidates, numbers);
  if (!proven.empty()) narrow_by_codes(proof.candidates, numbers);
  const Text titles = titles_of(proof.candidates);
  if (!proven.empty()) {
    proof.how = {fmt::format("proven by {} pairs of code and name: {}", pairs, titles.en),
                 fmt::format("由 {} 对代码与名称证实:{}", pairs, titles.zh)};
  } else {
    proof.how = {"not declared; what the codes may be: " + titles.en, "未指明;代码可能属于:" + titles.zh};
  }
  return proof;
}

LandUseFound understand(const LandUseTable& table, const SchemeProof& proof, const WrittenUse& use) {
  if (bare_code(use.code).empty()) {
    if (!use.name.empty()) return understand_name(table, proof, use.name);
    LandUseFound found;
    found.fault =
        LandUseFault{"missing_land_use",
                     {"the parcel has neither a code nor a name of its land use", "地块既无用地代码也无用地名称"},
                     {"Fill in the code, or state the use", "请填写代码,或填写用途"}};
    return found;
  }
  LandUseFound all;
  const LandUseScheme* letters = letters_of(table);
  const std::vector<std::string> parts = code_parts(use.code);
  // Beside a mixed code the name is that of the whole, and proves nothing about a part.
  const std::string name = parts.size() == 1 ? use.name : "";
  for (const std::string& part : parts) {
    const bool lettered = begins_with_letter(part) && letters != nullptr;
    const Schemes schemes = lettered ? Schemes{letters} : proof.candidates;
    // Words stand in the column of codes too.
    LandUseFound one = static_cast<unsigned char>(part.front()) >= 0x80
                           ? understand_name(table, proof, part)
                           : understand_part(table, schemes, part, {part, name});
    if (one.fault) return one;
    all.parts.insert(all.parts.end(), one.parts.begin(), one.parts.end());
  }
  return all;
}

}  // namespace sise
