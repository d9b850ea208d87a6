#include "app/options.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <string_view>

namespace sise::app {
namespace {

/// The value of `--name value` or `--name=value`, the last one given; empty when absent.
std::string value_among(const std::vector<std::string>& arguments, const std::string& name) {
  std::string value;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == name && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].rfind(name + "=", 0) == 0) value = arguments[i].substr(name.size() + 1);
  }
  return value;
}

Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "zh" ? Language::zh : Language::en;
  }
  return Language::en;
}

/// Adds an option whose value is one of a few names. `language` picks the help text.
template <class T>
void add_choice(CLI::App& app, const std::string& flag, T& into, const std::map<std::string, T>& names,
                const std::string& text) {
  std::string shown;
  for (const auto& [name, value] : names) shown += (shown.empty() ? "" : "|") + name;
  app.add_option_function<std::string>(
         flag, [&into, names](const std::string& name) { into = names.at(name); }, text)
      ->check(CLI::IsMember(names).description(""))
      ->type_name(shown);
}

void add_budgets(CLI::App& app, CommonOptions& options) {
  const auto text = [&](const char* en, const char* zh) {
    return std::string(options.language == Language::zh ? zh : en);
  };
  app.add_option_function<std::string>(
         "--max-memory",
         [&options](const std::string& value) {
           options.max_memory_bytes = bytes_from(value);
           if (!options.max_memory_bytes) throw CLI::ValidationError("--max-memory", "'" + value + "': 1500M, 4G");
         },
         text("memory the run may use, such as 1500M or 4G", "允许使用的内存, 例如 1500M 或 4G"))
      ->type_name("SIZE");
  app.add_option("--max-cells", options.max_cells, text("cells the run may compute", "允许计算的栅格单元数"))
      ->check(CLI::Range(std::int64_t{1}, std::numeric_limits<std::int64_t>::max()).description(""))
      ->type_name("N");
  app.add_option("--threads", options.threads, text("threads to use; default: all", "使用的线程数, 默认全部"))
      ->check(CLI::Range(1, 4096).description(""))
      ->type_name("N");
}

}  // namespace

Language early_language(const std::vector<std::string>& arguments) {
  const std::string asked = value_among(arguments, "--lang");
  if (asked == "zh") return Language::zh;
  if (asked == "en") return Language::en;
  return locale_language();
}

LogFormat early_log_format(const std::vector<std::string>& arguments) {
  return value_among(arguments, "--log-format") == "json" ? LogFormat::json : LogFormat::text;
}

std::optional<std::int64_t> bytes_from(const std::string& text) {
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !(number > 0.0)) return std::nullopt;
  const std::string unit(end, text.data() + text.size());
  static const std::map<std::string, int> kPowers{{"", 0},    {"k", 1}, {"K", 1},   {"KiB", 1}, {"M", 2},
                                                  {"MiB", 2}, {"G", 3}, {"GiB", 3}, {"T", 4},   {"TiB", 4}};
  const auto power = kPowers.find(unit);
  if (power == kPowers.end()) return std::nullopt;
  const double bytes = number * std::pow(1024.0, power->second);
  if (bytes < 1.0 || bytes > 9.0e18) return std::nullopt;
  return static_cast<std::int64_t>(bytes);
}

void add_common_flags(CLI::App& app, CommonOptions& options) {
  const auto text = [&](const char* en, const char* zh) {
    return std::string(options.language == Language::zh ? zh : en);
  };
  add_budgets(app, options);
  app.add_flag("--overwrite", options.overwrite, text("replace existing outputs", "覆盖已有输出"));
  app.add_flag("--dry-run", options.dry_run,
               text("check everything and say what would be done", "只检查并说明将执行的内容"));
  app.add_option("--set", options.set, text("override one key of the configuration", "覆盖配置中的一个键"))
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->take_all();
  add_choice<ProgressMode>(app, "--progress", options.progress,
                           {{"auto", ProgressMode::automatic},
                            {"always", ProgressMode::always},
                            {"never", ProgressMode::never},
                            {"json", ProgressMode::json}},
                           text("how progress is shown on stderr", "在 stderr 上显示进度的方式"));
  add_choice<LogFormat>(app, "--log-format", options.log_format, {{"text", LogFormat::text}, {"json", LogFormat::json}},
                        text("format of messages on stderr", "stderr 上消息的格式"));
  app.add_flag("--quiet", options.quiet, text("nothing on stderr unless it fails", "成功时 stderr 无输出"));
  add_choice<Language>(app, "--lang", options.language, {{"zh", Language::zh}, {"en", Language::en}},
                       text("language of messages; default from the locale", "消息语言, 默认取自系统区域设置"));
}

}  // namespace sise::app
