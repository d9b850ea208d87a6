#include "core/criteria/admission.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "models/substances/substance_table.hpp"

namespace sise {
namespace {

constexpr std::array<std::pair<ListMode, std::string_view>, 5> kListModes{{{ListMode::prohibit, "prohibit"},
                                                                           {ListMode::restrict, "restrict"},
                                                                           {ListMode::control, "control"},
                                                                           {ListMode::positive, "positive"},
                                                                           {ListMode::expert_review, "expert_review"}}};

bool among(const std::vector<std::string>& list, const std::string& word) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& one) { return same_name(one, word); });
}

void add_once(std::vector<std::string>& list, const char* fact) {
  if (std::find(list.begin(), list.end(), fact) == list.end()) list.emplace_back(fact);
}

/// By what a substance is the item's; empty: it is not. Two numbers that differ are two substances, whatever their names.
std::string substance_by(const ListItem& item, const AdmissionQuestion& asked) {
  if (!item.cas.empty() && !asked.cas.empty()) return item.cas == asked.cas ? "cas" : "";
  if (!item.catalogue_no.empty() && !asked.catalogue_no.empty())
    return item.catalogue_no == asked.catalogue_no ? "catalogue_no" : "";
  const bool named = std::any_of(asked.names.begin(), asked.names.end(),
                                 [&](const std::string& name) { return among(item.names, name); });
  return named ? "name" : "";
}

/// By what the item is hit; empty: it is not.
std::string hit_by(const ListItem& item, const AdmissionQuestion& asked, std::vector<std::string>& not_stated) {
  std::string by;
  if (item.names_substance()) {
    by = substance_by(item, asked);
    if (by.empty()) return {};
  }
  if (!item.process.empty()) {
    if (asked.process.empty()) add_once(not_stated, "process");
    if (!same_name(item.process, asked.process)) return {};
    if (by.empty()) by = "process";
  }
  if (!item.industry.empty()) {
    if (asked.industry.empty()) add_once(not_stated, "industry_code");
    if (asked.industry.empty() || !asked.industry.starts_with(item.industry)) return {};
    if (by.empty()) by = "industry";
  }
  return by;
}

bool looks_alike(const ListItem& item, const AdmissionQuestion& asked) {
  constexpr std::size_t kLeast = 6;  // two Chinese characters
  for (const std::string& name : asked.names) {
    const std::string ours = normalised_name(name);
    for (const std::string& theirs_written : item.names) {
      const std::string theirs = normalised_name(theirs_written);
      if (ours.size() < kLeast || theirs.size() < kLeast || ours == theirs) continue;
      std::size_t common = 0;
      while (common < std::min(ours.size(), theirs.size()) && ours[common] == theirs[common]) ++common;
      const bool part = ours.find(theirs) != std::string::npos || theirs.find(ours) != std::string::npos;
      if (part || common >= kLeast) return true;
    }
  }
  return false;
}

/// nullopt: the entry lets it pass, or what it asks for is not stated.
std::optional<bool> forbids(const AdmissionList& list, const ListItem& item, const AdmissionQuestion& asked,
                            std::vector<std::string>& not_stated) {
  if (!item.activities.empty()) {
    if (asked.activity.empty()) add_once(not_stated, "activity");
    if (!among(item.activities, asked.activity)) return std::nullopt;
  }
  if (!asked.purpose.empty() && among(item.exempt, asked.purpose)) return std::nullopt;
  if (item.at_most_t) {
    if (!asked.inventory_t) add_once(not_stated, "inventory_t");
    if (!asked.inventory_t || *asked.inventory_t <= *item.at_most_t) return std::nullopt;
  }
  if (list.mode == ListMode::prohibit) return true;
  if (list.mode != ListMode::restrict || (item.allowed_in.empty() && !item.at_most_t)) return false;
  if (item.allowed_in.empty()) return true;
  if (asked.zone.empty()) add_once(not_stated, "zone");
  if (asked.zone.empty() || among(item.allowed_in, asked.zone)) return std::nullopt;
  return true;
}

/// Whether a list holds where the proposal stands.
bool holds_there(const AdmissionList& list, const AdmissionQuestion& asked, std::vector<std::string>& not_stated) {
  if (list.zones.empty()) return true;
  if (asked.zone.empty()) add_once(not_stated, "zone");
  return among(list.zones, asked.zone);
}

void ask(const AdmissionList& list, const AdmissionQuestion& asked, ListFindings& findings) {
  bool named = false;
  for (const ListItem& item : list.items) {
    const std::string by = hit_by(item, asked, findings.not_stated);
    if (by.empty()) {
      if (item.names_substance() && looks_alike(item, asked)) findings.hints.push_back({&list, &item, "name", false});
      continue;
    }
    named = true;
    if (list.mode == ListMode::positive) continue;
    const auto forbidden = forbids(list, item, asked, findings.not_stated);
    if (forbidden) findings.hits.push_back({&list, &item, by, *forbidden});
  }
  const bool substances =
      std::any_of(list.items.begin(), list.items.end(), [](const ListItem& item) { return item.names_substance(); });
  if (list.mode != ListMode::positive || named) return;
  if (substances && asked.names.empty() && asked.cas.empty()) {
    add_once(findings.not_stated, "substance");
  } else {
    findings.hits.push_back({&list, nullptr, "not_named", true});
  }
}

}  // namespace

std::optional<ListMode> list_mode_from(std::string_view name) {
  for (const auto& [mode, word] : kListModes) {
    if (word == name) return mode;
  }
  return std::nullopt;
}

std::string_view name_of(ListMode mode) { return kListModes.at(static_cast<std::size_t>(mode)).second; }

Text label_of(ListMode mode) {
  switch (mode) {
    case ListMode::prohibit:
      return {"prohibited", "禁止类"};
    case ListMode::restrict:
      return {"restricted", "限制类"};
    case ListMode::control:
      return {"controlled", "控制类"};
    case ListMode::positive:
      return {"the list of what is allowed", "准入目录"};
    default:
      return {"expert review", "专家论证"};
  }
}

std::vector<std::string> AdmissionLists::zones() const {
  std::vector<std::string> all;
  const auto add = [&](const std::vector<std::string>& zones) {
    for (const std::string& zone : zones) {
      if (std::find(all.begin(), all.end(), zone) == all.end()) all.push_back(zone);
    }
  };
  for (const AdmissionList& list : lists) {
    add(list.zones);
    for (const ListItem& item : list.items) add(item.allowed_in);
  }
  return all;
}

ListFindings find_listed(const AdmissionLists& lists, const AdmissionQuestion& question) {
  ListFindings findings;
  for (const AdmissionList& list : lists.lists) {
    if (holds_there(list, question, findings.not_stated)) ask(list, question, findings);
  }
  std::stable_partition(findings.hits.begin(), findings.hits.end(), [](const ListHit& hit) { return hit.forbids; });
  return findings;
}

bool same_name(std::string_view a, std::string_view b) { return normalised_name(a) == normalised_name(b); }

}  // namespace sise
