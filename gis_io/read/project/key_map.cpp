#include "gis_io/read/project/key_map.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/made_up_config.hpp"
#include "gis_io/read/project/sections.hpp"

namespace sise {
namespace {

/// Once so many made-up files in a row teach nothing, all is known.
constexpr int kQuietRounds = 300;
constexpr int kMostRounds = 4000;

/// The bounds that a number may reach under either rule.
NumberRule widened(const NumberRule& a, const NumberRule& b) {
  NumberRule rule;
  const auto low = [](const NumberRule& r) { return r.above ? r.above : r.at_least; };
  if (low(a) && low(b)) {
    const NumberRule& lower = *low(a) < *low(b) || (*low(a) == *low(b) && a.at_least) ? a : b;
    rule.above = lower.above;
    rule.at_least = lower.above ? std::nullopt : lower.at_least;
  }
  if (a.at_most && b.at_most) rule.at_most = std::max(*a.at_most, *b.at_most);
  return rule;
}

bool same(const NumberRule& a, const NumberRule& b) {
  return a.above == b.above && a.at_least == b.at_least && a.at_most == b.at_most;
}

/// What one reading of a made-up file asked for goes into the map; `news` says whether any of it was new.
class Learner : public KeyListener {
 public:
  explicit Learner(KeyMap& map) : map_(map) {}

  void opened(const std::string& path) override {
    learn(map_.tables.try_emplace(path).second);
    opened_.insert(path);
  }

  void asked(const std::string& path, std::string_view key) override {
    if (key == "*") return;
    std::vector<std::string>& keys = map_.tables[path].keys;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      keys.emplace_back(key);
      learn(true);
    }
    learn(map_.entries.try_emplace(dotted(path, key)).second);
  }

  void required(const std::string& path) override { required_.insert(path); }

  void holds(const std::string& path, KeyHolds what) override {
    KeyEntry& entry = map_.entries[path];
    learn(entry.holds.insert(what).second || !entry.typed);
    entry.typed = true;
    if (what == KeyHolds::text) entry.any_text = true;
  }

  void bounded(const std::string& path, const NumberRule& rule) override {
    KeyEntry& entry = map_.entries[path];
    const NumberRule wide = entry.rule ? widened(*entry.rule, rule) : rule;
    learn(!entry.rule || !same(*entry.rule, wide));
    entry.rule = wide;
  }

  void one_of(const std::string& path, const std::vector<std::string>& allowed) override {
    KeyEntry& entry = map_.entries[path];
    entry.holds.insert(KeyHolds::text);
    entry.typed = true;
    for (const std::string& name : allowed) {
      if (std::find(entry.choices.begin(), entry.choices.end(), name) != entry.choices.end()) continue;
      entry.choices.push_back(name);
      learn(true);
    }
  }

  void grouped(const std::string& path, const std::vector<std::string>& keys, Need need) override {
    groups_[path].insert({keys, need});
    std::vector<KeyGroup>& known = seen_groups_[path];
    if (std::find(known.begin(), known.end(), KeyGroup{keys, need}) != known.end()) return;
    known.push_back({keys, need});
    learn(true);
  }

  /// Ends one reading: only what was wanted in every reading of a table is wanted always.
  void close_round() {
    for (const std::string& path : opened_) {
      std::set<std::string> wanted;
      for (const std::string& key : map_.tables[path].keys) {
        if (required_.contains(dotted(path, key))) wanted.insert(key);
      }
      const bool first = !always_wanted_.contains(path);
      if (first) {
        always_wanted_[path] = wanted;
        always_grouped_[path] = groups_[path];
      } else {
        std::erase_if(always_wanted_[path], [&](const std::string& key) { return !wanted.contains(key); });
        std::erase_if(always_grouped_[path], [&](const KeyGroup& group) { return !groups_[path].contains(group); });
      }
    }
    opened_.clear();
    required_.clear();
    groups_.clear();
  }

  void finish() {
    for (const auto& [path, wanted] : always_wanted_) {
      for (const std::string& key : wanted) map_.entries[dotted(path, key)].required = true;
    }
    for (const auto& [path, groups] : always_grouped_) map_.tables[path].groups.assign(groups.begin(), groups.end());
  }

  [[nodiscard]] const std::map<std::string, std::vector<KeyGroup>>& groups() const { return seen_groups_; }
  [[nodiscard]] bool was_opened(const std::string& path) const { return opened_.contains(path); }
  [[nodiscard]] bool news() const { return news_; }
  void forget_news() { news_ = false; }
  void learn(bool anything) { news_ = news_ || anything; }

 private:
  KeyMap& map_;
  bool news_ = false;
  std::set<std::string> opened_;
  std::set<std::string> required_;
  std::map<std::string, std::set<KeyGroup>> groups_;
  std::map<std::string, std::vector<KeyGroup>> seen_groups_;
  std::map<std::string, std::set<std::string>> always_wanted_;
  std::map<std::string, std::set<KeyGroup>> always_grouped_;
};

using Read = std::function<void(ConfigOrigin, Problems&)>;

/// A key of the user's own (areas.townships) shows as such by being looked into, an item by the list that it stands in.
bool may_be_read(const std::string& path, const KeyMap& map) {
  if (path.ends_with(".*")) return map.tables.contains(path);
  if (!path.ends_with("[]")) return true;
  const auto list = map.entries.find(path.substr(0, path.size() - 2));
  return list != map.entries.end() && list->second.holds.contains(KeyHolds::list);
}

/// Not about what a text names: a file, a dictionary, a driver that nobody knows.
bool is_about_the_kind(const Diagnostic& problem) {
  if (problem.severity != Diagnostic::Severity::error || problem.code == "missing_file") return false;
  return problem.code == "unknown_key" || !problem.code.starts_with("unknown_");
}

/// Some keys are handed on as they are (a layer may be a text or a table): what they hold shows in what is refused.
void learn_from_refusals(const std::vector<MadeUpValue>& values, const Problems& problems, Learner& learner,
                         KeyMap& map) {
  for (const MadeUpValue& value : values) {
    const bool looked_into = learner.was_opened(value.path) || learner.was_opened(value.path + "[]");
    const bool refused = std::any_of(problems.all().begin(), problems.all().end(), [&](const Diagnostic& d) {
      return d.where.field == value.path && is_about_the_kind(d);
    });
    const bool taken_as_text = value.held == KeyHolds::text && !refused && may_be_read(value.path, map);
    if (!looked_into && !taken_as_text) continue;
    learner.learn(map.entries[value.path].holds.insert(value.held).second);
  }
}

/// Tables that no reader looked into have keys of the user's own.
void find_open_tables(KeyMap& map) {
  for (auto& [path, entry] : map.entries) {
    const bool unread = entry.holds.contains(KeyHolds::table) && !map.tables.contains(path);
    const bool named_by_user = map.tables.contains(path + ".*");
    if (unread || named_by_user) map.tables[path].open = true;
  }
}

KeyMap learnt(const Read& read) {
  KeyMap map;
  Learner learner(map);
  map.tables[""];
  for (int round = 0, quiet = 0; quiet < kQuietRounds && round < kMostRounds; ++round, ++quiet) {
    learner.forget_news();
    MadeUpConfig made = make_up_config(map, learner.groups(), static_cast<std::uint64_t>(round));
    Problems problems;
    {
      const Listening listening(learner, std::string(kMadeUpFile));
      read(std::move(made.origin), problems);
    }
    learn_from_refusals(made.untyped, problems, learner, map);
    learner.close_round();
    if (learner.news()) quiet = 0;
  }
  learner.finish();
  find_open_tables(map);
  return map;
}

}  // namespace

const KeyMap& key_map(KeyedFile file) {
  if (file == KeyedFile::project) {
    static const KeyMap kProject =
        learnt([](ConfigOrigin origin, Problems& problems) { (void)read_project(std::move(origin), problems); });
    return kProject;
  }
  static const KeyMap kIncident =
      learnt([](ConfigOrigin origin, Problems& problems) { (void)read_incident(std::move(origin), problems); });
  return kIncident;
}

}  // namespace sise
