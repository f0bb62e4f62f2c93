import { showFlag } from '@forge/bridge';

/** Announces a change that worked. The flag closes by itself. */
export function flagSuccess(id: string, title: string): void {
  showFlag({ id, type: 'success', title, isAutoDismiss: true });
}
