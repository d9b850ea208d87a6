// Lists of what a place admits: substances, processes, industries that are prohibited, restricted, controlled, or alone allowed.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// `positive`: what it does not name is refused.
enum class ListMode { prohibit, restrict, control, positive, expert_review };
[[nodiscard]] std::optional<ListMode> list_mode_from(std::string_view name);
[[nodiscard]] std::string_view name_of(ListMode mode);
[[nodiscard]] Text label_of(ListMode mode);

/// One entry. It is hit where everything that it states fits: the substance (by CAS, else catalogue number, else an
/// exact name), the industry (a code that begins so) and the process.
struct ListItem {
  std::string id;
  std::string name;
  std::vector<std::string> names;  ///< of the substance, as compared: see same_name()
  std::string cas;
  std::string catalogue_no;
  std::string industry;  ///< prefix of a GB/T 4754 code
  std::string process;
  std::vector<std::string> activities;  ///< none: whatever is done with it
  std::vector<std::string> allowed_in;  ///< zones where a restricted item may be; none: nowhere is said
  std::vector<std::string> exempt;      ///< purposes that the list lets pass
  std::optional<double> at_most_t;      ///< up to this much is no hit
  int line = 0;

  [[nodiscard]] bool names_substance() const { return !names.empty() || !cas.empty() || !catalogue_no.empty(); }
};

struct AdmissionList {
  std::string id;
  Text title;
  Text clause;
  std::string source;
  Confidence confidence = Confidence::recalled;
  ListMode mode = ListMode::prohibit;
  std::vector<std::string> zones;  ///< where it holds; none: everywhere
  std::vector<ListItem> items;
};

struct AdmissionLists {
  std::vector<AdmissionList> lists;

  /// Every zone that a list or an item names.
  [[nodiscard]] std::vector<std::string> zones() const;
};

/// What is asked of the lists; empty: not stated.
struct AdmissionQuestion {
  std::vector<std::string> names;  ///< of the substance: as stated, and as the substance table has it
  std::string cas;
  std::string catalogue_no;
  std::string industry;
  std::string process;
  std::string activity;
  std::string zone;
  std::string purpose;
  std::optional<double> inventory_t;
};

struct ListHit {
  const AdmissionList* list = nullptr;
  const ListItem* item = nullptr;  ///< null: a positive list that does not name it
  std::string by;                  ///< "cas", "catalogue_no", "name", "industry", "process", "not_named"
  bool forbids = true;             ///< false: a person must look
};

struct ListFindings {
  std::vector<ListHit> hits;            ///< those that forbid first, in the order of the lists
  std::vector<ListHit> hints;           ///< names that look alike: never a hit
  std::vector<std::string> not_stated;  ///< facts on which an answer depends, each once
};

[[nodiscard]] ListFindings find_listed(const AdmissionLists& lists, const AdmissionQuestion& question);

/// Names are compared without blanks, case and width; a part of a name is no name.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

}  // namespace sise
