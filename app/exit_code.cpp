#include "app/exit_code.hpp"

#include <array>

namespace sise::app {

int exit_code_of(const Error& error) {
  constexpr int kSignalBase = 128;
  if (dynamic_cast<const ConfigError*>(&error) != nullptr) return kConfigurationWrong;
  if (dynamic_cast<const InputError*>(&error) != nullptr) return kInputWrong;
  if (dynamic_cast<const OutputError*>(&error) != nullptr) return kNotWritten;
  if (dynamic_cast<const BudgetError*>(&error) != nullptr) return kOverBudget;
  if (const auto* interrupted = dynamic_cast<const Interrupted*>(&error)) return kSignalBase + interrupted->signal();
  return kFailed;
}

std::span<const ExitCode> exit_codes() {
  static const std::array<ExitCode, 8> kCodes{
      {{"0", {"done", "完成"}},
       {"1", {"failed while computing", "计算失败"}},
       {"2", {"command line or configuration wrong", "命令行或配置有误"}},
       {"3", {"input unreadable or inconsistent", "输入无法读取或不一致"}},
       {"4", {"output not written", "结果未能写出"}},
       {"5", {"partial: some items failed, the manifest says which", "部分完成: 失败项见 manifest.json"}},
       {"6", {"stopped by a budget (--max-memory, --max-cells)", "超出预算而停止 (--max-memory, --max-cells)"}},
       {"130, 143", {"interrupted; nothing half-written stays", "被中断; 不留下未写完的文件"}}}};
  return kCodes;
}

}  // namespace sise::app
